"""A table as it stands in somebody's document: cells as printed, before anybody said what they mean."""

from fractions import Fraction

from msgspec import Struct


class GridCell(Struct, frozen=True):
    """One printed cell."""

    text: str = ""
    """As a reader sees it, without the blanks around it; never empty for a number."""
    line: int = 0
    column: int = 0
    """Where it begins in the file, from 1; in a workbook and a CSV file the number of its column."""
    number: Fraction | None = None
    """The exact number where the file holds one (a workbook does; Markdown and CSV hold only text).

    On the scale of the text: a cell that prints „59,40 %“ holds 59.4… and not 0.594….
    """
    merged: bool = False
    """Covered by a merged cell above or to the left, so that it has no text of its own."""
    origin: tuple[int, int] | None = None
    """Line and column of the merged cell that covers it."""


class Grid(Struct, frozen=True):
    """One table with all its rows, the head among them; every row has the same number of cells."""

    rows: tuple[tuple[GridCell, ...], ...]
    file: str = ""
    """As it was named by whoever asked; for messages."""
    title: str = ""
    """The heading or caption above it, or the name of the sheet; empty where there is none."""
    head: int = 0
    """How many rows the format itself marks as head: 1 in Markdown, 0 where it can't say."""
