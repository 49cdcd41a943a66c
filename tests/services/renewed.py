"""A small dossier in the round after the one that was awarded, with everything that an inbox can hold."""

from datetime import date
from pathlib import Path

from tea_assistant.services.session import Session

TODAY = date(2027, 11, 3)
STAR = "Mitarbeiter*innen und Bürger*innen [/x]"
FILES = {
    "dossier.yaml": "format: 1\nname: Stadt Möhringen [/x]\nstate: NW\noffice: Büro für Gleichstellung\n",
    "cycles/2025/cycle.yaml": (
        "format: 1\ncatalogue: verwaltung-2021\naward: 1\ndeadline: 2025-04-30\nfigures: 2024-12-31\n"
        "understanding:\n  verstaendnis: |\n    Gleichstellung heißt Teilhabe.\n"
    ),
    "cycles/2025/jury.yaml": (
        "format: 1\naward: 1\ndecided: 2025-07-01\n"
        "expectations:\n"
        "  # von der Jury\n"
        "  - {id: fuehrung, field: af03, text: 'Mehr Frauen in der Führung [/x]', kind: noticed}\n"
        "  - {id: fortschritte, text: Weitere Fortschritte zeigen, kind: asked}\n"
    ),
    "cycles/2025/fields/af03.yaml": (
        "format: 1\n"
        "opening: |\n"
        f"  Für {STAR}: {{{{staff.women.share}}}} sind Frauen. Ab 2026 soll es\n"
        "  mehr geben, siehe [[mentoring]].\n"
        "criteria:\n"
        "  af03-mentoring:\n"
        "    {applies: true, statement: Das Mentoring läuft., evidence: [mentoring, coaching]}\n"
        "own_criteria:\n"
        "  - {id: eins, title: Eins, statement: Erster Text.}\n"
        "  - {id: zwei, title: Zwei, statement: Zweiter Text., evidence: [mentoring]}\n"
    ),
    "evidence/mentoring.yaml": (
        'format: 1\ntitle: "Mentoring für Frauen"   # bewährt\n'
        "summary: |\n  Für Frauen*. Die zweite Gruppe ist für Herbst 2026 geplant.\n"
        "action_fields: [af03]\n"
        "results:\n  - {value: 12, unit: Teilnehmerinnen, as_of: 2024-12-31}\n"
        "proofs:\n"
        "  - {title: Konzept, file: attachments/fehlt.pdf, dated: 2019-05}\n"
        "  - {title: Presse, url: 'https://example.org/a', retrieved: 2025-01-20}\n"
        'cycles:\n  "2025": {state: new, confirmed: 2025-02-11, by: Büro}\n'
    ),
    "evidence/coaching.yaml": (
        'format: 1\ntitle: Coaching [/x]\naction_fields: [af03]\ncycles:\n  "2025": {state: continued}\n'
    ),
    "evidence/boarding.yaml": (
        'format: 1\ntitle: On-Boarding\naction_fields: [af04]\ncycles:\n  "2025": {state: planned}\n'
    ),
    "evidence/frauentag.yaml": 'format: 1\ntitle: Frauentag\ncycles:\n  "2022": {state: new}\n',
    "figures/2024-12-31.yaml": (
        "format: 1\nas_of: 2024-12-31\nbasis: heads\nrows:\n  - {group: staff, total: 100, women: 59}\n"
    ),
}
FIELD = "cycles/2028/fields/af03.yaml"
MENTORING = "evidence/mentoring.yaml"


def write_dossier(root: Path) -> Path:
    """Write the dossier as it stood before the renewal."""
    for file, text in FILES.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


def opened(root: Path) -> Session:
    """Open the dossier on 3 November 2027."""
    return Session(root, today=lambda: TODAY)
