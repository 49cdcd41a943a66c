"""A small dossier with flaws of every weight, as it was on a day before its deadline."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from tea_assistant.services.review.review import ask_for_change, comment, reply, resolve
from tea_assistant.services.review.reviewers import open_review
from tea_assistant.services.review.signing import approve, as_shown
from tea_assistant.services.session import Session

BASE = Path(__file__).parents[1] / "checks" / "base"
TODAY = date(2025, 2, 11)
FLAWS = {
    "evidence/mentoring-fuer-frauen.yaml": (
        ("title: Mentoring für Frauen", "title: Mentoring für Mitarbeiter*innen und Bürger*innen [/x]"),
        ("since:", "# since:"),
        (
            'results:\n  - {value: 12, unit: Teilnehmerinnen, as_of: "2024-12-31", source: Teilnahmeliste}\n',
            "",
        ),
        ("state: expanded,", "state: open,"),
        ('"b2"', "b2" * 32),
    ),
    "cycles/2025/cycle.yaml": (('"a1"', "a1" * 32),),
    "cycles/2025/fields/af02.yaml": (
        ("Das Intranet berichtet", "Künftig soll das Intranet von {{gibt.es.nicht}} berichten, auch"),
        ("closing: Die Kampagne wird fortgeführt.\n", ""),
    ),
    "cycles/2025/fields/af03.yaml": (
        (
            "    applies: false\n    because: Wird mit dem Stellenplan aufgebaut.\n",
            "    evidence: []\n",
        ),
        ("closing:", 'accepted:\n  - {code: TEA105, reason: "„Kommt“ im Mai [/x]; *später*."}\nclosing:'),
    ),
}
"""By file: what stands there, and what is to stand there instead."""


def write(folder: Path) -> Path:
    """Write the dossier into a folder that is not there yet, and return it."""
    root = Path(shutil.copytree(BASE, folder))
    for file, edits in FLAWS.items():
        change(root, file, *edits)
    (root / "attachments").mkdir()
    (root / "attachments" / "konzept.pdf").write_bytes(b"neu")
    (root / "attachments" / "plakat.pdf").write_bytes(b"bunt")
    return root


def change(root: Path, file: str, *edits: tuple[str, str]) -> None:
    """Replace words of a file."""
    text = (root / file).read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1, (file, old)
        text = text.replace(old, new)
    (root / file).write_text(text, encoding="utf-8")


def opened(root: Path, today: date = TODAY) -> Session:
    """Open the dossier on a day."""
    return Session(root, "2025", today=lambda: today)


def review(root: Path) -> None:
    """Comment and sign what is there."""
    session = opened(root)
    someone = open_review(
        session, "Erika Mustermann", "Personalrat", clock=lambda: datetime(2025, 2, 3, 10, 15, tzinfo=UTC)
    )
    office = open_review(
        session, "Büro für Mitarbeiter*innen [/x]", clock=lambda: datetime(2025, 2, 4, 9, tzinfo=UTC)
    )
    asked = ask_for_change(
        session, someone, "af03/af03-mentoring", "Wie *viele* Bürger*innen? <b>", quote="Seit 2017"
    )
    reply(session, office, asked, "Zwölf [/x].")
    settled = comment(session, someone, "af02", "„Gut“")
    resolve(session, someone, settled)
    approve(session, someone, as_shown(session.application, ["af03"]))
    session.save()


def mend(root: Path) -> None:
    """Mend one flaw, accept another, make a new one, and change what was signed."""
    change(
        root,
        "evidence/mentoring-fuer-frauen.yaml",
        ("# since:", "since:"),
        ("state: open,", "state: expanded,"),
    )
    change(root, "cycles/2025/fields/af03.yaml", ("beginnt bei „uns“", "beginnt im Haus"))
    change(
        root,
        "cycles/2025/fields/af02.yaml",
        ("format: 1", "format: 1\naccepted:\n  - {code: TEA104, reason: Kommt noch}"),
        ("opening: Offenheit ist unser Ziel.\n", ""),
    )
