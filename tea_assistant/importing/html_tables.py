"""Tables of web pages as grids, merged cells marked."""

from tea_assistant.importing import limits
from tea_assistant.importing.documents.lines import Line
from tea_assistant.model.grid import Grid, GridCell

_LONGEST = 6
"""Digits of a number of rows or columns; what has more is a mistake."""


class HtmlTable:
    """A table while it is read."""

    def __init__(self, line: int, outer: list[Line]) -> None:
        self.line = line
        self.outer = outer
        """The lines before it; those inside count only where it is no table but arranges a page."""
        self.holds_table = False
        self._rows: list[dict[int, GridCell]] = []
        self._below: dict[int, tuple[int, tuple[int, int]]] = {}
        """Columns that a cell above covers: up to which row, and the place of that cell."""
        self._cell: list[str] | None = None
        self._place = (0, 0, 1, 1)
        """Row and column of the open cell, and how many rows and columns it covers."""

    def begin_row(self) -> None:
        """Begin the next row."""
        self.end_cell()
        row = len(self._rows) + 1
        self._rows.append(
            {
                column: GridCell("", row, column, merged=True, origin=origin)
                for column, (until, origin) in self._below.items()
                if row < until
            }
        )

    def begin_cell(self, attrs: dict[str, str | None]) -> None:
        """Begin the next cell of the row, to the right of those that a cell above covers."""
        self.end_cell()
        if not self._rows:
            self.begin_row()
        row = len(self._rows)
        if row > limits.MAX_ROWS:
            return
        column = 1
        while column in self._rows[-1]:
            column += 1
        self._place = (row, column, _span(attrs.get("rowspan")), _span(attrs.get("colspan")))
        self._cell = []

    def add(self, text: str) -> None:
        """Add text to the open cell."""
        if self._cell is not None:
            self._cell.append(text)

    def end_cell(self) -> None:
        """End the open cell, if there is one."""
        if self._cell is None:
            return
        row, column, high, wide = self._place
        text = " ".join("".join(self._cell).replace("\u00ad", "").split())
        self._cell = None
        self._rows[-1][column] = GridCell(text, row, column)
        self._below[column] = (row + high, (row, column))
        for at in range(column + 1, min(column + wide, limits.MAX_COLUMNS + 1)):
            self._rows[-1][at] = GridCell("", row, at, merged=True, origin=(row, column))
            self._below[at] = (row + high, (row, column))

    def grid(self, name: str) -> Grid | None:
        """Return the table; None where it only arranges a page, or is too large."""
        width = max((max(row, default=0) for row in self._rows), default=0)
        if self.holds_table or not 1 < width <= limits.MAX_COLUMNS:
            return None
        if width * len(self._rows) > limits.MAX_CELLS:
            return None
        rows = tuple(
            tuple(row.get(column) or GridCell("", number, column) for column in range(1, width + 1))
            for number, row in enumerate(self._rows, start=1)
        )
        filled = tuple(row for row in rows if any(cell.text for cell in row))
        return Grid(filled, name) if filled else None


def _span(text: str | None) -> int:
    sound = text is not None and text.isdecimal() and len(text) < _LONGEST
    return min(max(int(text or 1), 1), limits.MAX_COLUMNS) if sound else 1
