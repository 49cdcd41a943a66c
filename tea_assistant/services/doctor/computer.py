"""Looks at the computer: the terminal, the clock, and where the program keeps what is the person's own."""

import os
from collections.abc import Iterator
from datetime import datetime

from tea_assistant.services.doctor.remark import Remark, Sign, Terminal, fine
from tea_assistant.store import crash_report, program_log, unsaved_files
from tea_assistant.store.state_folder import state_folder

_GROUP = "Rechner"
_COLUMNS, _ROWS = 80, 24
_FIRST_YEAR = 2025
"""No computer that runs this program has an earlier date."""


def remarks(terminal: Terminal, now: datetime) -> Iterator[Remark]:
    """Look at what is around the program."""
    yield from _terminal(terminal)
    yield _clock(now)
    yield from _own_folder(now)


def _terminal(terminal: Terminal) -> Iterator[Remark]:
    if not terminal.is_there:
        yield fine(_GROUP, "Kein Terminal: Die Ausgabe geht in eine Datei oder ein anderes Programm")
    elif terminal.columns < _COLUMNS or terminal.rows < _ROWS:
        yield Remark(
            _GROUP,
            Sign.NOTE,
            f"Das Terminal ist klein: {terminal.columns} × {terminal.rows} Zeichen",
            f"Bitte das Fenster größer ziehen, auf mindestens {_COLUMNS} × {_ROWS}.",
        )
    else:
        colours = "mit Farben" if terminal.has_colours else "ohne Farben"
        yield fine(_GROUP, f"Terminal: {terminal.columns} × {terminal.rows} Zeichen, {colours}")
    if terminal.encoding.replace("-", "").replace("_", "").casefold() in ("utf8", "cp65001"):
        yield fine(_GROUP, "Zeichen: UTF-8")
    else:
        yield Remark(
            _GROUP,
            Sign.NOTE,
            f"Das Terminal kennt nicht alle Zeichen ({terminal.encoding or 'unbekannt'})",
            "Unter Linux und macOS: LANG=de_DE.UTF-8 setzen. Unter Windows: das „Windows Terminal“ benutzen.",
        )


def _clock(now: datetime) -> Remark:
    said = f"{now:%d.%m.%Y, %H:%M} Uhr ({now:%Z})"
    if now.year < _FIRST_YEAR:
        return Remark(
            _GROUP,
            Sign.BROKEN,
            f"Die Uhr geht falsch: {said}",
            "Bitte Datum und Uhrzeit des Rechners stellen.",
        )
    return fine(_GROUP, f"Uhr: {said}")


def _own_folder(now: datetime) -> Iterator[Remark]:
    folder = state_folder()
    place = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    if not os.access(place, os.W_OK | os.X_OK):
        yield Remark(
            _GROUP,
            Sign.BROKEN,
            f"Nicht gespeicherte Texte und Berichte lassen sich nicht ablegen: {folder}",
            "Bitte die Rechte dieses Ordners prüfen lassen.",
        )
        return
    yield fine(
        _GROUP, f"Nicht gespeicherte Texte, Berichte und Protokoll ({program_log.log_file().name}): {folder}"
    )
    reports = sorted(crash_report.folder().glob("*.txt"))
    recent = [path for path in reports if now.timestamp() - path.stat().st_mtime < 7 * 24 * 3600]
    if recent:
        yield Remark(
            _GROUP,
            Sign.NOTE,
            f"Berichte über Fehler aus den letzten sieben Tagen: {len(recent)}, der letzte in {recent[-1]}",
            "Wiederholt sich der Fehler, geben Sie den Bericht weiter.",
        )
    roots = {one.unsaved.root for one in unsaved_files.left_behind()}
    for root in sorted(roots):
        yield Remark(
            _GROUP,
            Sign.NOTE,
            f"Nicht gespeicherte Texte eines Fensters, das nicht richtig beendet wurde: {root}",
            "Die Mappe öffnen; das Programm bietet sie an.",
        )
