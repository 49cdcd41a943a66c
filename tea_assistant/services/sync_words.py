"""What a sync says in German: the message of its commit, and what came of it."""

from collections.abc import Sequence
from itertools import chain

from tea_assistant.services.compare import FileChange

FIRST_MESSAGE = "Erster Stand der Mappe"
_LONGEST = 72
"""Characters of the first line of a message, by which lists of commits show it."""
_NAMED = 6
"""So many fields of a file are named."""
_KINDS = {"added": "neu", "removed": "gelöscht"}


def change_line(change: FileChange) -> str:
    """Tell in one line what happened to a file: „Maßnahme „Mentoring“: Ergebnis, Zusammenfassung“."""
    if change.kind != "changed":
        return f"{change.title}: {_KINDS[change.kind]}"
    labels = list(dict.fromkeys(field.label for field in change.fields))
    more = [f"und {len(labels) - _NAMED} weitere"] if len(labels) > _NAMED else []
    return f"{change.title}: {', '.join([*labels[:_NAMED], *more])}"


def commit_message(changes: Sequence[FileChange], others: Sequence[str]) -> str:
    """Describe a commit by what changed; `others` are files that are no texts of the dossier."""
    lines = [*map(change_line, changes), *(f"Datei {file}" for file in others)]
    if not lines:
        return "Stand der Mappe"
    if len(lines) == 1:
        return _first_line(lines[0])
    titles = chain((change.title for change in changes), others)
    return "\n".join([_first_line(", ".join(titles)), "", *(f"- {line}" for line in lines)])


def _first_line(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip(' ,:')}…"
