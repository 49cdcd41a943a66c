"""The report of a crash, for the people who look after the program, and what the user is told of it."""

import contextlib
import platform
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from tea_assistant import __version__
from tea_assistant.store import program_log
from tea_assistant.store.state_folder import state_folder

_FOLDER = "fehler"
_KEPT = 20
"""So many reports are kept; nobody reads older ones."""
_HEAD = """\
Bericht über einen Fehler im Programm tea_assistant {version}
{when} · {system} · Python {python}

Er enthält keine Texte der Mappe, außer wenn die Fehlermeldung in der letzten Zeile einen nennt.
Bitte sehen Sie ihn vor dem Weitergeben durch.

"""


def folder() -> Path:
    """Return where the reports are; it may not be there yet."""
    return state_folder() / _FOLDER


def write(error: BaseException) -> Path | None:
    """Write a report and a line into the log; returns None where nothing can be written."""
    with contextlib.suppress(Exception):
        program_log.note_failure(error)
    now = datetime.now().astimezone()
    head = _HEAD.format(
        version=__version__,
        when=f"{now:%d.%m.%Y, %H:%M:%S}",
        system=platform.platform(),
        python=platform.python_version(),
    )
    text = head + "".join(traceback.format_exception(error))
    for place in (folder(), Path(tempfile.gettempdir())):
        path = place / f"tea-fehler-{now:%Y-%m-%d-%H%M%S-%f}.txt"
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", errors="replace")
        except OSError:
            continue
        _tidy()
        return path
    return None


def told(saved: str, report: Path | None) -> str:
    """Say in German what happened, what was saved, where the report lies and what can be done."""
    lines = ["Das Programm ist an einem Fehler gescheitert und wurde beendet.", saved]
    if report:
        lines += ["Ein Bericht für die Fehlersuche liegt in:", f"  {report}"]
    lines.append(
        "Was Sie tun können: Versuchen Sie es noch einmal. Geht es wieder nicht, prüft\n"
        "„tea doctor“ Installation und Mappe; geben Sie dann den Bericht weiter."
    )
    return "\n".join(line for line in lines if line)


def _tidy() -> None:
    with contextlib.suppress(OSError):
        for old in sorted(folder().glob("tea-fehler-*.txt"))[:-_KEPT]:
            old.unlink()
