"""Named states as a list for people, and as values for programs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tea_assistant.model.snapshot import Snapshot
from tea_assistant.services.plain_table import wrapped
from tea_assistant.store.snapshot_files import Listed
from tea_assistant.store.snapshot_journal import Interrupted


def states_text(states: Sequence[Listed]) -> str:
    """List the states, newest first, with what is wrong with them."""
    if not states:
        return 'Noch ist kein Stand festgehalten. Festhalten: tea snapshot "Name"\n'
    lines: list[str] = []
    for state in states:
        lines += wrapped(state.snapshot.name, "", "  ")
        lines += wrapped(f"  {told(state.snapshot)}", "", "  ")
        lines += [line for text in state.snapshot.note.splitlines() for line in wrapped(text, "  ", "  ")]
        lines += [line for text in state.problems for line in wrapped(text, "  Beschädigt: ", "    ")]
    return "\n".join(lines) + "\n"


def states_values(states: Sequence[Listed]) -> list[Mapping[str, Any]]:
    """Return the states as values."""
    return [snapshot_values(state.snapshot) | {"problems": list(state.problems)} for state in states]


def snapshot_values(snapshot: Snapshot) -> dict[str, Any]:
    """Return one state as values, without its files."""
    return {
        "id": snapshot.id,
        "name": snapshot.name,
        "made": snapshot.made,
        "by": snapshot.by,
        "cycle": snapshot.cycle,
        "note": snapshot.note,
        "files": len(snapshot.files),
        "attachments": len(snapshot.attachments),
        "skipped": [{"file": skipped.file, "reason": skipped.reason} for skipped in snapshot.skipped],
    }


def told(snapshot: Snapshot) -> str:
    """Say when a state was kept, by whom, and how much is in it."""
    said = [moment(snapshot.made), f"von {snapshot.by}" if snapshot.by else ""]
    said += [f"Runde {snapshot.cycle}" if snapshot.cycle else "", contents(snapshot)]
    return ", ".join(filter(None, said))


def contents(snapshot: Snapshot) -> str:
    """Say how many texts and attachments a state has."""
    texts, attachments = len(snapshot.files), len(snapshot.attachments)
    words = "Text" if texts == 1 else "Texte", "Anlage" if attachments == 1 else "Anlagen"
    return f"{texts} {words[0]}, {attachments} {words[1]}"


def moment(made: str) -> str:
    """Write a time in German; what is none stays as it is."""
    try:
        return f"{datetime.fromisoformat(made):%d.%m.%Y %H:%M}"
    except ValueError:
        return made


def interrupted_text(found: Interrupted) -> str:
    """Say that a restoration was cut off, and what to do."""
    if not found.wanted:
        return "Beim letzten Wiederherstellen eines Stands brach das Programm ab."
    return (
        f"Das Wiederherstellen von „{found.wanted}“ wurde unterbrochen; es ist noch nicht alles zurück. "
        f"Bitte noch einmal wiederherstellen. Wie es vorher war, hält „{found.before}“ fest."
    )
