"""What the folders in the trash of a dossier are called: when, and in German what lies there."""

from datetime import datetime

from tea_assistant.model.layout import Kind, role_of
from tea_assistant.patterns import regex

TRASH = ".trash"
"""Where the trash is, in the dossier."""
_WORDS = {
    Kind.DOSSIER: "angaben-zur-organisation",
    Kind.EVIDENCE: "massnahme",
    Kind.FIGURES: "kennzahlen",
    Kind.CYCLE: "einstellungen",
    Kind.FIELD: "aktionsfeld",
    Kind.JURY: "jury",
    Kind.REVIEW: "pruefung",
    Kind.REQUEST: "anfrage",
    Kind.TRANSFER: "uebertragung",
    Kind.IMPORT: "eingelesen",
    Kind.THEME: "hausstil",
}
_LONGEST = 60
_UNFIT = regex(r"[^a-z0-9-]+")
_STAMP = regex(r"(\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d)-\d+")


def folder_name(moment: datetime, file: str) -> str:
    """Name the folder for a file that is thrown away; every system can write it."""
    return f"{moment:%Y-%m-%d_%H-%M-%S-%f}_{_words(file)}"


def moment_in(folder: str) -> datetime | None:
    """Return when something was thrown away, in local time, from the name of its folder; None for others."""
    found = _STAMP.match(folder)
    try:
        return datetime.strptime(found[1], "%Y-%m-%d_%H-%M-%S").astimezone() if found else None
    except ValueError:
        return None


def _words(file: str) -> str:
    role = role_of(file)
    if role:
        word = _WORDS.get(role.kind, "katalog")
        parts = [word, role.id if role.id not in (word, role.group, "dossier", "theme") else "", role.group]
    else:
        parts = ["stand" if file.startswith("snapshots/") else "datei", file.rpartition("/")[2]]
    words = _UNFIT.sub("-", "-".join(filter(None, parts)).lower()).strip("-")
    return words[:_LONGEST].strip("-")
