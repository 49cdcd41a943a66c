"""The parts of a table: its head, the columns that name its rows, and how its places are called."""

from collections.abc import Sequence

from msgspec import Struct

from tea_assistant.figures.audit.heads import head_rows, is_year, label_columns, paths, title_in
from tea_assistant.figures.audit.numbers import is_gap, read_number
from tea_assistant.importing.cell_names import column_name
from tea_assistant.importing.figures.words import is_numbering
from tea_assistant.model.grid import Grid, GridCell


class Layout(Struct, frozen=True):
    """Where what stands in a grid."""

    grid: Grid
    title: str
    """The caption and the title that fills the first row."""
    head: int
    """So many rows are head."""
    labels: int
    """So many columns at the left name the rows."""
    heads: tuple[str, ...]
    """The name of each column, from above to below."""
    shared: str = ""
    """What stands above all columns of numbers alike."""

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.heads)

    @property
    def body(self) -> range:
        """The rows below the head."""
        return range(self.head, len(self.grid.rows))

    def column(self, at: int) -> str:
        """Return the letters of a column."""
        # In Markdown a cell knows its place in the line, not its column.
        return column_name(at + 1 if self.grid.head else self.grid.rows[0][at].column)

    def line(self, at: int) -> int:
        """Return the number of a row in its file."""
        return self.grid.rows[at][0].line

    def cell(self, row: int, column: int) -> str:
        """Return the name of a cell, as in B7."""
        return f"{self.column(column)}{self.line(row)}"

    def label(self, row: int, column: int) -> str:
        """Return a text that names a row; a merged cell names every row that it covers."""
        return (self.covering(row, column) or self.grid.rows[row][column]).text

    def covering(self, row: int, column: int) -> GridCell | None:
        """Return the cell that a merged one belongs to; None where it stands for itself."""
        return _origin(self.grid, row, column) if self.grid.rows[row][column].origin else None

    def values(self, row: int) -> list[GridCell]:
        """Return the cells of a row that may hold numbers."""
        return list(self.grid.rows[row][self.labels :])


def layout_of(grid: Grid) -> Layout:
    """Find the parts of a table."""
    width = len(grid.rows[0])
    head = head_rows(grid)
    rows, body = grid.rows[:head], grid.rows[head:]
    labels = _label_columns(body, width, grid.rows[head - 1] if head else ())
    title = title_in(rows)
    named = rows[1:] if title else rows
    found = paths(named, width, labels)
    common = _common([path for path in found[labels:] if path])
    heads = [_label_head(named, at) for at in range(labels)]
    heads += [" / ".join(path[len(common) :] or path) for path in found[labels:]]
    whole_title = " – ".join(part for part in (grid.title, title) if part)
    return Layout(grid, whole_title, head, labels, tuple(heads), " / ".join(common))


def _origin(grid: Grid, row: int, column: int) -> GridCell:
    """Return the merged cell that covers another; without text where it stands above the table."""
    cell = grid.rows[row][column]
    line, letter = cell.origin or (cell.line, cell.column)
    at = next((at for at in range(row, -1, -1) if grid.rows[at][0].line == line), None)
    left = letter - grid.rows[row][0].column
    return GridCell() if at is None or left < 0 else grid.rows[at][left]


def holds_number(cell: GridCell) -> bool:
    """Tell whether a cell holds a value that could be a figure."""
    return bool(cell.text) and not is_gap(cell.text)


def _label_columns(body: Sequence[Sequence[GridCell]], width: int, head: Sequence[GridCell]) -> int:
    first = [row[0].text for row in body if row[0].text]
    if head and is_numbering(head[0].text):
        return label_columns([row[1:] for row in body], width - 1) + 1
    numbers = [text for text in first if read_number(text) is not None and not is_year(text)]
    # Numbers from the first column on: nothing names the rows.
    return 0 if first and len(numbers) == len(first) else label_columns(body, width)


def _label_head(rows: Sequence[Sequence[GridCell]], at: int) -> str:
    texts = [row[at].text for row in rows if row[at].text]
    return " / ".join(dict.fromkeys(texts))


def _common(found: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what all paths begin with; the last part of a path is its own."""
    if len(found) < 2:
        return ()
    shared = 0
    while all(len(path) > shared + 1 and path[shared] == found[0][shared] for path in found):
        shared += 1
    return found[0][:shared]
