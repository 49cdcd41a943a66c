"""Merges two versions of one file that were made from one, and tells what a person has to decide."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import role_of
from tea_assistant.prose.three_way import merged_lines
from tea_assistant.store import schema_wording
from tea_assistant.store.merging.comments import with_comments_of
from tea_assistant.store.merging.pairs import exactly
from tea_assistant.store.merging.values import UNKNOWN, FieldConflict, ValueMerge
from tea_assistant.store.yaml import reader as yaml_reader
from tea_assistant.store.yaml import writer as yaml_writer
from tea_assistant.store.yaml.writer import REMOVE, Change

__all__ = ["REMOVE", "FieldConflict", "Merged", "merge", "settle", "whole_file"]


class Merged(Struct, frozen=True):
    """One text for two: each conflict has my value in it, or what is left where one side has none."""

    text: str | None
    """None where the file is to be removed."""
    conflicts: tuple[FieldConflict, ...] = ()


def merge(file: str, base: str | None, mine: str | None, theirs: str | None) -> Merged:
    """Merge two versions of a file; None for a side that removed it, and for a base that nobody knows.

    A side that cannot be read, or that cannot be changed safely, makes the whole file a conflict: then its
    path is empty, and its values are the texts of the files.
    """
    if mine == theirs or (base is not None and theirs == base):
        return Merged(mine)
    if base is not None and mine == base:
        return Merged(theirs)
    if mine is None or theirs is None:
        if base is None:
            return Merged(theirs if mine is None else mine)
        return whole_file(base, mine, theirs)
    values = [_value(file, text) for text in (mine, theirs)]
    if any(value is None for value in values):
        return whole_file(base, mine, theirs)
    origin = UNKNOWN if base is None else _value(file, base)
    merging = ValueMerge()
    meant = merging.merged((), UNKNOWN if origin is None else origin, *values)
    text = _written(base, mine, theirs, meant, clean=not merging.conflicts)
    return whole_file(base, mine, theirs) if text is None else Merged(text, tuple(merging.conflicts))


def settle(file: str, merged: Merged, decisions: Iterable[tuple[FieldConflict, Any]]) -> str | None:
    """Return the text in which each conflict has the value that was decided; REMOVE takes it away.

    Raises `TeaError` where a value cannot be written.
    """
    text = merged.text
    # From the back, so that entries in front keep their places.
    for conflict, value in sorted(decisions, key=lambda decided: _rank(decided[0]), reverse=True):
        if not conflict.path:
            return None if value is REMOVE else str(value)
        if text is None:
            raise ValueError(file)
        text = yaml_writer.apply(text, [Change(conflict.path, value)])
    return text


def _rank(conflict: FieldConflict) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (0, part) for part in conflict.path]


def whole_file(base: str | None, mine: str | None, theirs: str | None) -> Merged:
    """Leave the decision about a whole file to a person."""
    sides = [REMOVE if text is None else text for text in (base, mine, theirs)]
    left = theirs if mine is None else mine
    return Merged(left, (FieldConflict((), sides[0], sides[1], sides[2], left),))


def _value(file: str, text: str) -> dict[str, Any] | None:
    """Return the values of a file; None where it cannot be read, or could be damaged."""
    reading = yaml_reader.read(text)
    if reading.problems or (role_of(file) and schema_wording.is_newer(reading.value)):
        return None
    value = {} if reading.value is None else reading.value
    return value if isinstance(value, dict) else None


def _written(base: str | None, mine: str, theirs: str, meant: Any, *, clean: bool) -> str | None:
    """Write the merged values: with the lines of both where they fit together, else into one of the two."""
    if clean and base is not None:
        lines = merged_lines(base, mine, theirs)
        if lines is not None and _says(lines, meant):
            return lines
    for text, other in ((mine, theirs), (theirs, mine)):
        try:
            written = text if _says(text, meant) else yaml_writer.apply(text, [Change((), meant)])
        except TeaError:
            continue
        return with_comments_of(written, other, base or "")
    return None


def _says(text: str, meant: Any) -> bool:
    reading = yaml_reader.read(text)
    return not reading.problems and exactly({} if reading.value is None else reading.value) == exactly(meant)
