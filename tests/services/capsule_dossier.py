"""A dossier that has something of everything which may, and which must not, enter a capsule."""

from pathlib import Path

SECRET = b"Streng vertraulich: Gehaltsliste der Mitarbeiter*innen [/x] 4711"
PUBLIC = b"%PDF-1.4 Konzept f\xc3\xbcr B\xc3\xbcrger*innen"
REMARK = "Bitte Frau Müller nicht nennen"
SMALL = "women: 2"
TEXTS = {
    "dossier.yaml": """\
format: 1
name: Stadt Möhringen [/x]   # „Anführungszeichen“
state: NW
""",
    "cycles/2022/cycle.yaml": """\
format: 1
catalogue: verwaltung-2015
deadline: 2022-04-30
submitted: 2022-04-28
figures: 2021-12-31
documents:
  - {title: Alter Plan, file: attachments/alter-plan.txt, release: public}
""",
    "cycles/2022/fields/hf03.yaml": "format: 1\nopening: |\n  Damals für Mitarbeiter*innen.\n",
    "cycles/2022/reviews/anna.yaml": f"""\
format: 1
name: Anna
comments:
  - {{file: dossier.yaml, text: {REMARK}}}
""",
    "cycles/2025/cycle.yaml": """\
format: 1
catalogue: verwaltung-2021
renews: "2022"
deadline: 2025-04-30
figures: 2024-12-31
submitted: 2025-04-28
documents:
  - {title: Gleichstellungsplan, file: attachments/plan für alle.txt, release: public}
""",
    "cycles/2025/fields/af03.yaml": """\
format: 1
opening: |
  Für Mitarbeiter*innen und Bürger*innen [/x] mit „Anführungszeichen“.
criteria:
  af03-mentoring:
    applies: true
    statement: |
      Seit 2017 [[mentoring]], dazu [[stammtisch]].
    evidence: [mentoring]
""",
    "cycles/2025/reviews/anna.yaml": f"""\
format: 1
name: Anna
comments:
  - {{file: dossier.yaml, text: {REMARK}}}
""",
    "evidence/mentoring.yaml": """\
format: 1
title: Mentoring für Mitarbeiter*innen und Bürger*innen [/x]
legal_character: voluntary
proofs:
  - {title: Konzept, file: attachments/konzept.pdf, release: public}
  - {title: Gehälter, file: attachments/gehaelter.txt, release: internal}
  - {title: Ohne Angabe, file: attachments/ohne.txt}
  - {title: Kopie, file: attachments/kopie.txt, release: public}
  - {title: Von morgen, file: attachments/morgen.txt, dated: 2026-01-01, release: public}
""",
    "evidence/stammtisch.yaml": "format: 1\ntitle: Stammtisch\nsummary: |\n  Siehe [[netzwerk]].\n",
    "evidence/netzwerk.yaml": "format: 1\ntitle: Netzwerk\n",
    "evidence/idee.yaml": "format: 1\ntitle: Idee\nsummary: |\n  Noch unausgegoren.\n",
    "figures/2021-12-31.yaml": """\
format: 1
as_of: 2021-12-31
rows:
  - {group: employees, total: 900, women: 500, men: 400}
""",
    "figures/2024-12-31.yaml": f"""\
format: 1
as_of: 2024-12-31
rows:
  - {{group: employees, total: 1000, women: 600, men: 400}}
  - {{group: leadership, total: 30, {SMALL}, men: 28}}
""",
    "figures/2018-12-31.yaml": "format: 1\nas_of: 2018-12-31\nrows: []\n",
}
FILES = {
    "attachments/konzept.pdf": PUBLIC,
    "attachments/gehaelter.txt": SECRET,
    "attachments/ohne.txt": SECRET[::-1],
    "attachments/kopie.txt": SECRET,
    "attachments/morgen.txt": b"Aus der Zukunft",
    "attachments/alter-plan.txt": b"Plan von damals",
    "attachments/plan für alle.txt": b"Plan",
    "attachments/nirgends-genannt.txt": b"liegt nur herum",
}


def write_dossier(root: Path) -> Path:
    """Write it to a new folder and return that."""
    contents = {**{file: text.encode() for file, text in TEXTS.items()}, **FILES}
    for file, content in contents.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root
