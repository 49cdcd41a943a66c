"""The history of a dossier in plain German, and as values for programs."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from tea_assistant.services.compare import FieldChange, FileChange
from tea_assistant.services.compare_text import changes_values
from tea_assistant.services.plain_table import wrapped
from tea_assistant.services.versions.versions import Version

_NAMED = 6
"""So many fields of a file, and files of a version, are named."""
_SHORT = 8
"""Letters of a commit that tell it apart."""


def moment(when: datetime) -> str:
    """Write a time as „11.02.2025 14:03“."""
    return f"{when:%d.%m.%Y %H:%M}"


def version_line(version: Version, change: FileChange) -> str:
    """Tell what a version did to a file: „am 11.02.2025 von Anna Müller geändert: Ziel“."""
    return f"am {version.when:%d.%m.%Y} von {version.who} {deed(change)}"


def deed(change: FileChange) -> str:
    """Tell what became of a file, with the fields that changed."""
    if change.kind == "added":
        return "angelegt"
    if change.kind == "removed":
        return "gelöscht"
    labels = list(dict.fromkeys(_field(field) for field in change.fields))
    more = f" und {len(labels) - _NAMED} weitere" if len(labels) > _NAMED else ""
    told = ", ".join(labels[:_NAMED]) + more
    return f"geändert: {told}" if told else "aus zwei Fassungen zusammengeführt"


def _field(field: FieldChange) -> str:
    if field.old is None:
        return f"{field.label} ergänzt"
    return f"{field.label} entfernt" if field.new is None else field.label


def item_history_text(found: Sequence[Version], file: str) -> str:
    """Write the history of one file, newest first, a sentence for each version."""
    if not found:
        return _nothing(file)
    lines = [f"{found[0].changes[0].title} ({file})", ""]
    for version in found:
        for change in version.changes:
            sentence = f"[{version.commit[:_SHORT]}]  {version_line(version, change)}"
            lines += wrapped(sentence, "", " " * (_SHORT + 4))
    return "\n".join(lines) + "\n"


def history_text(found: Sequence[Version], name: str) -> str:
    """Write the history of a whole dossier, newest first."""
    if not found:
        return _nothing(name)
    lines = [name]
    for version in found:
        lines += ["", f"{moment(version.when)}  {version.who}  [{version.commit[:_SHORT]}]"]
        for line in _lines(version):
            lines += wrapped(line, "  ", "    ")
    return "\n".join(lines) + "\n"


def _nothing(title: str) -> str:
    return f"{title}\n\nHiervon ist noch keine Fassung festgehalten.\n"


def _lines(version: Version) -> Iterator[str]:
    for change in version.changes[:_NAMED]:
        yield f"{change.title}: {deed(change)}"
    if len(version.changes) > _NAMED:
        yield f"und {len(version.changes) - _NAMED} weitere"


def history_values(found: Sequence[Version]) -> list[dict[str, Any]]:
    """Return the history as values, with all old and new texts."""
    return [
        {
            "commit": version.commit,
            "when": version.when.isoformat(),
            "who": version.who,
            "message": version.message,
            "changes": changes_values(version.changes),
        }
        for version in found
    ]
