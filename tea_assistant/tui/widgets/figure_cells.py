"""Cells of the figures as people type and read them; what cannot be a count is refused with the reason."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from msgspec import Struct

from tea_assistant.figures.cells import count_in
from tea_assistant.figures.values import Value
from tea_assistant.importing.count_text import Count, NoValue, Percent, Unreadable, content_of
from tea_assistant.model.figures import FigureRow, PublishedPercent
from tea_assistant.model.grid import GridCell
from tea_assistant.patterns import regex

CellValue = int | dict[str, Any]
"""What a file holds: a count, or a percentage that was only published as such."""
SHARE_DIGITS = 1
_LIKE_A_NUMBER = regex(r"[-+−–]?[\d.,\s]+%?")


class Reading(Struct, frozen=True):
    """What a typed or pasted text means; both are empty where it says nothing."""

    value: CellValue | None = None
    problem: str = ""
    """German: why this can't be a count; goes on after the name of the cell."""


def read_cell(text: str) -> Reading:
    """Read 1990, 1.990 or 1 990 as a count and 43 % as a published percentage."""
    match content_of(GridCell(text)):
        case Count(number):
            return Reading(number)
        case Percent(number, digits):
            percent = float(number) if digits else int(number)
            return Reading({"percent": percent, "digits": digits, "published": True})
        case NoValue(reason):
            return Reading(problem=f"nimmt keine Zahl: {reason}" if reason else "")
        case Unreadable(message):
            return Reading(problem=message)


def has_number(text: str) -> bool:
    """Tell whether a pasted text is meant as a number, be it a possible one or not."""
    return read_cell(text).value is not None or bool(_LIKE_A_NUMBER.fullmatch(text.strip()))


def is_words(text: str) -> bool:
    """Tell whether a pasted text is neither a number nor a sign for none."""
    return bool(read_cell(text).problem) and not has_number(text)


def stored_in(record: object, key: str) -> Any:
    """Return what a record holds at a key; None where it holds nothing."""
    return record.get(key) if isinstance(record, Mapping) else None


def value_in(row: FigureRow, count: str) -> Value | None:
    """Return a count of a row, derived where it is missing, as a value that can be printed and compared."""
    cell = count_in(row, count)
    if isinstance(cell, PublishedPercent):
        return Value(cell.percent, cell.digits, is_share=True, published=True)
    return None if cell is None else Value(Fraction(cell))


def share_in(row: FigureRow) -> Value | None:
    """Return the share of women in a row; None where the row does not tell."""
    women, total = count_in(row, "women"), count_in(row, "total")
    if isinstance(women, PublishedPercent):
        return Value(women.percent, women.digits, is_share=True, published=True)
    if not isinstance(women, int) or not isinstance(total, int) or not 0 <= women <= total:
        return None
    return Value(Fraction(100 * women, total) if total else None, SHARE_DIGITS, is_share=True)
