"""A table for the terminal: the first column says what a line is about, the others hold numbers."""

import textwrap
from collections.abc import Iterator, Sequence

WIDTH = 80
_GAP = 2
_NARROWEST = 24
"""A first column that is narrower than this breaks German words."""

Cells = Sequence[str]


def table(head: Cells, rows: Sequence[Cells]) -> list[str]:
    """Return the lines of a table within 80 columns; long texts in the first column go on below."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(1, len(head))]
    first = max(_NARROWEST, WIDTH - sum(width + _GAP for width in widths))
    first = min(first, max(len(row[0]) for row in (head, *rows)))
    return [line for row in (head, *rows) for line in _lines(row, first, widths)]


def fitting(columns: Sequence[Cells], others: Sequence[Cells] = ()) -> int:
    """Return how many of the columns stand beside a first one, and beside those that are always there."""
    room = WIDTH - _NARROWEST - sum(_width(cells) for cells in others)
    for count, cells in enumerate(columns):
        room -= _width(cells)
        if room < 0:
            return max(1, count)
    return len(columns)


def wrapped(text: str, first: str = "", following: str = "") -> list[str]:
    """Break a text into lines of 80 columns; no word is cut."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _width(cells: Cells) -> int:
    return max(map(len, cells), default=0) + _GAP


def _lines(row: Cells, first: int, widths: Sequence[int]) -> Iterator[str]:
    about = textwrap.wrap(row[0], first, subsequent_indent="  ", break_on_hyphens=False) or [""]
    yield from about[:-1]
    cells = (cell.rjust(width) for cell, width in zip(row[1:], widths, strict=True))
    yield (" " * _GAP).join([about[-1].ljust(first), *cells]).rstrip()
