"""A dossier of a newer version: every kind of file, with keys, values and names that nobody here knows."""

from pathlib import Path

from tea_assistant.model.layout import Kind, role_of

NEVER_IN_A_DOSSIER = {Kind.CAPSULE, Kind.REPORT, Kind.PROPOSALS, Kind.SNAPSHOT, Kind.KEYS}
_TEXTS = {
    "dossier.yaml": "name: Stadt Möhringen [/x]\n",
    "theme.yaml": "font_size: 11\n",
    "evidence/mentoring.yaml": "title: Mitarbeiter*innen und Bürger*innen [/x]\nlegal_character: neu\n",
    "figures/2024.yaml": "as_of: 2024-12-31\nrows:\n  - {group: staff, total: 100, women: 60, men: 40}\n",
    "figures/indicators.yaml": "groups:\n  - {id: team-leads, title: Teamleitungen, part_of: leadership}\n",
    "cycles/2025/cycle.yaml": "catalogue: verwaltung-2021\ndeadline: 2025-04-30\n",
    "cycles/2025/fields/af03.yaml": "opening: |\n  Für „Führung“.\n",
    "cycles/2025/jury.yaml": "decided: 2025-06-30\nresult: vertagt\n",
    "cycles/2025/transfer.yaml": "blocks: {}\n",
    "cycles/2025/reviews/anna-muster.yaml": "reviewer: Anna Muster\nrole: Personalrat\n",
    "cycles/2025/requests/personalamt.yaml": "department: Personalamt\n",
    "action_fields/eigen-2025/catalogue.yaml": "title: Eigener Katalog\n",
    "action_fields/eigen-2025/af01.yaml": "title: Feld\n",
    "import/plan.yaml": "document: plan.md\n",
    "import/figures-mapping.yaml": "tables: []\n",
}
_UNKNOWN = {
    "evidence/notizen.toml": "x = 1\n",
    "neue-art/x.yaml": "format: 2\n",
    "cycles/2025/neu.bin": "\0\1",
}
READ = {role_of(file).kind for file in _TEXTS if role_of(file)}  # type: ignore[union-attr]  # asked before


def write(root: Path, number: int = 2) -> dict[str, bytes]:
    """Write the dossier in a format, and return the bytes of each file."""
    end = "kuenftig:  # nur die neuere Fassung weiß, was das ist\n  - {neu: „Text“}\n"
    texts = {file: f"format: {number}\n{text}{end}" for file, text in _TEXTS.items()} | _UNKNOWN
    for file, text in texts.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return {file: text.encode() for file, text in texts.items()}


def read(root: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return what the same files hold now; a file that is gone is missing here, too."""
    return {file: (root / file).read_bytes() for file in files if (root / file).exists()}
