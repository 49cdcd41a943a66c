"""Writes what lies in the trash for a terminal and for the screen, and as values for programs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tea_assistant.services.plain_table import wrapped
from tea_assistant.services.trash import BroughtBack, TrashEntry

EMPTY = "Der Papierkorb dieser Mappe ist leer. Was Sie löschen, bleibt hier 30 Tage."


def trash_text(entries: Sequence[TrashEntry]) -> str:
    """List what can be brought back."""
    if not entries:
        return f"{EMPTY}\n"
    lines = []
    for entry in entries:
        lines += wrapped(entry.title)
        lines += [f"  {when_line(entry)}", f"  {entry.file}", ""]
    lines += ["Zurück kommt etwas mit: tea trash --restore TITEL"]
    return "\n".join(lines) + "\n"


def when_line(entry: TrashEntry) -> str:
    """Say when something was deleted, and until when it is there."""
    again = " · steht inzwischen wieder in der Mappe, in anderer Fassung" if entry.is_back else ""
    return f"gelöscht {entry.moment:%d.%m.%Y, %H:%M} · bleibt bis {entry.until:%d.%m.%Y}{again}"


def trash_values(entries: Sequence[TrashEntry]) -> list[Mapping[str, Any]]:
    """Return the entries as values."""
    return [
        {
            "title": entry.title,
            "file": entry.file,
            "deleted": entry.moment.isoformat(timespec="seconds"),
            "until": entry.until.isoformat(),
            "is_back": entry.is_back,
            "path": f".trash/{entry.key}",
        }
        for entry in entries
    ]


def notes_on(done: BroughtBack) -> Iterator[str]:
    """Say what has to be known about something that came back."""
    if done.replaced:
        yield "Was inzwischen dort stand, liegt jetzt im Papierkorb."
    if done.links:
        where = "Eine Aktivität verweist" if done.links == 1 else f"{done.links} Aktivitäten verweisen"
        yield (
            f"{where} darauf und findet sie wieder."
            if done.links == 1
            else f"{where} darauf und finden sie wieder."
        )
    for file in done.missing:
        yield f"Die Anlage {file} fehlt; vielleicht liegt auch sie im Papierkorb."
