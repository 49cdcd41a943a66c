"""Finds the dossier a user means, and says clearly when there is none."""

from collections.abc import Callable
from pathlib import Path

from tea_assistant.errors import DossierError
from tea_assistant.model.layout import DOSSIER_FILE
from tea_assistant.services.session import Session

_CREATE = "Mit „tea new ORDNER“ wird eine neue Mappe angelegt, mit „tea demo“ eine Beispielmappe."


def find_dossier(start: Path) -> Path:
    """Return the dossier at or above a folder; raises `DossierError` where there is none."""
    start = start.resolve()
    if not start.exists():
        message = f"Diesen Ordner gibt es nicht: {start}"
        raise DossierError(message, hint=_CREATE)
    if not start.is_dir():
        message = f"Das ist eine Datei, kein Ordner: {start}"
        raise DossierError(message, hint="Bitte den Ordner der Mappe angeben.")
    for folder in (start, *start.parents):
        if (folder / DOSSIER_FILE).is_file():
            return folder
    raise DossierError(_what_is_missing(start), hint=_CREATE)


def _what_is_missing(folder: Path) -> str:
    try:
        entries = [entry.name for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError:
        return f"Der Ordner lässt sich nicht lesen: {folder}"
    if not entries:
        return f"Der Ordner ist leer: {folder}"
    return f"Das ist keine Mappe: In {folder} fehlt die Datei {DOSSIER_FILE}."


def open_dossier(
    start: Path, cycle: str | None = None, told: Callable[[int, int], None] | None = None
) -> Session:
    """Open the dossier at or above a folder, at its newest round unless another is named.

    `told` is called before each file with how many have been read, and how many there are.
    """
    session = Session(find_dossier(start), cycle, told=told)
    if cycle and cycle not in session.rounds:
        known = ", ".join(session.rounds) or "noch keine"
        raise DossierError(f"Die Bewerbungsrunde {cycle} gibt es nicht.", hint=f"Vorhanden: {known}.")
    return session
