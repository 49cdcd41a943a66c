"""The columns of a small table: what stands in them, and how wide they are."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from textual.content import Content

from tea_assistant.tui.plain import plain

_GAP = 2
_NARROWEST = 6


class Column(Struct, frozen=True):
    """A column: its heading, and its text for a record."""

    title: str
    text: Callable[[Any], str]
    right: bool = False
    """Whether it is aligned to the right, as numbers are."""


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """Return widths that fit into a room: the widest shrink first, what still does not fit is left out."""
    shown = list(widths)
    while len(shown) > 1 and len(shown) * (_NARROWEST + _GAP) - _GAP > room and _total(shown) > room:
        shown.pop()
    while _total(shown) > room and max(shown) > _NARROWEST:
        widest = shown.index(max(shown))
        shown[widest] -= 1
    return shown


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def row(cells: Sequence[Content], widths: Sequence[int], columns: Sequence[Column]) -> Content:
    """Put the cells of a row together, each cut or filled to its width."""
    parts = []
    for cell, width, column in zip(cells, widths, columns, strict=False):
        cut = cell.truncate(width, ellipsis=True)
        space = Content(" " * (width - cut.cell_length))
        parts.append(space + cut if column.right else cut + space)
    return Content(" " * _GAP).join(parts)


def widths_of(rows: Sequence[Sequence[Content]], columns: Sequence[Column]) -> list[int]:
    """Return how wide each column would like to be."""
    return [
        max([plain(column.title).cell_length, *(cells[at].cell_length for cells in rows)])
        for at, column in enumerate(columns)
    ]
