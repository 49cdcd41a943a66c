"""Writes what changed between two states for a terminal, and as values for programs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from tea_assistant.patterns import regex
from tea_assistant.prose.difference import Piece
from tea_assistant.services.compare import FieldChange, FileChange
from tea_assistant.services.plain_table import WIDTH, wrapped

KINDS = {"added": "neu", "removed": "gelöscht", "changed": "geändert"}
"""What became of a file."""
_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
_LEGEND = "[-…-] ist weggefallen, {+…+} ist dazugekommen."
_FILLED = regex(r"(?:(?<=[^\n])|\A)\n(?=[^\s*+>|#\d-]|\Z)")
"""A line break that neither ends a paragraph nor begins an entry of a list."""
_AROUND = 8
"""Words of the text that stay around a change."""


def changes_text(changes: Sequence[FileChange]) -> str:
    """Tell what changed, file by file and field by field; words that came or went are marked."""
    if not changes:
        return "Nichts hat sich geändert.\n"
    lines = [tally(changes)]
    for change in changes:
        lines += ["", *wrapped(_heading(change))]
        if change.kind == "changed":
            lines += [line for field in change.fields for line in _field_lines(field)]
    if any("[-" in line or "{+" in line for line in lines):
        lines += ["", _LEGEND]
    return "\n".join(lines) + "\n"


def changes_values(changes: Sequence[FileChange]) -> list[Mapping[str, Any]]:
    """Return what changed as values, with all old and new texts."""
    return [
        {
            "file": change.file,
            "title": change.title,
            "kind": change.kind,
            "fields": [
                {"path": list(field.path), "label": field.label, "old": field.old, "new": field.new}
                for field in change.fields
            ],
        }
        for change in changes
    ]


def tally(changes: Sequence[FileChange]) -> str:
    """Say how many items are new, gone or changed."""
    counts = {kind: sum(change.kind == kind for change in changes) for kind in KINDS}
    return ", ".join(f"{count} {KINDS[kind]}" for kind, count in counts.items() if count)


def excerpt(field: FieldChange) -> tuple[Piece, ...]:
    """Return the words of a change; of what is the same only a few around it.

    In prose, line breaks that only fill lines are none; the text of a whole file keeps its lines.
    """
    pieces = tuple(_joined(field.pieces)) if field.path else field.pieces
    last = len(pieces) - 1
    return tuple(
        Piece(_cut(piece.text, first=at == 0, last=at == last), "same") if piece.kind == "same" else piece
        for at, piece in enumerate(pieces)
    )


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Take white space that came or went as the same, and lines that only fill as one."""
    said = [
        Piece(piece.text, "same") if piece.text.isspace() else piece
        for piece in pieces
        if not (piece.kind == "removed" and piece.text.isspace())
    ]
    for kind, stretch in groupby(said, key=lambda piece: piece.kind):
        yield Piece(_FILLED.sub(" ", "".join(piece.text for piece in stretch)), kind)


def _heading(change: FileChange) -> str:
    return change.title if change.kind == "changed" else f"{change.title} ({KINDS[change.kind]})"


def _field_lines(field: FieldChange) -> Iterator[str]:
    short = f"  {field.label}: {_short(field)}"
    if "\n" not in short and len(short) <= WIDTH:
        yield short
        return
    yield from wrapped(f"{field.label}:", "  ", "  ")
    marked = "".join(
        f"{before}{piece.text}{after}" for piece in excerpt(field) for before, after in [_MARKS[piece.kind]]
    )
    for line in marked.splitlines():
        yield from wrapped(line, "    ", "    ") or [""]


def _short(field: FieldChange) -> str:
    if field.old is None:
        return f"neu: {field.new}"
    if field.new is None:
        return f"gelöscht: {field.old}"
    return f"{field.old} → {field.new}"


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = text.split(" ")
    if len(words) <= 2 * _AROUND + 2:
        return text
    head = "" if first else " ".join(words[:_AROUND])
    tail = "" if last else " ".join(words[-_AROUND:])
    return f"{head}{' ' * (not first)}…{' ' * (not last)}{tail}"
