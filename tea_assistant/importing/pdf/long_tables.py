"""Tables of a PDF file that go on over the end of a page, as one."""

from collections.abc import Sequence

from msgspec.structs import replace

from tea_assistant.importing.documents.lines import Line, Role
from tea_assistant.importing.line_joining import joined
from tea_assistant.importing.pdf.rows import Row
from tea_assistant.importing.pdf.tables import PdfTable
from tea_assistant.model.grid import Grid, GridCell

_NEAR = 4.0
"""Points by which the columns may differ."""


def continued(rows: Sequence[Row], at: int) -> range:
    """Return where tables go on that begin on an earlier page: same columns, nothing between."""
    first = at
    while first > 0 and _goes_on(rows[first - 1], rows[first]):
        first -= 1
    last = first
    while last + 1 < len(rows) and _goes_on(rows[last], rows[last + 1]):
        last += 1
    return range(first + 1, last + 1)


def _goes_on(before: Row, row: Row) -> bool:
    one, other = before.table, row.table
    return (
        one is not None
        and other is not None
        and row.page == before.page + 1
        and len(one.columns) == len(other.columns)
        and all(abs(x - y) < _NEAR for x, y in zip(one.columns, other.columns, strict=True))
        and _is_more(_texts(one), _texts(other))
    )


def _is_more(one: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows go on with others: the head of a new table comes after the figures of the last."""
    first = other[0]
    if first == one[0] or _holds_figures(first) or _is_rest(first):
        return True
    return not any(map(_holds_figures, one))


def _is_rest(row: Sequence[str]) -> bool:
    """Tell whether a row is what a page left over of the row before it."""
    filled = [text for text in row if text]
    return len(filled) <= len(row) / 2 and all(text[0].islower() for text in filled)


def _texts(table: PdfTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def _holds_figures(row: Sequence[str]) -> bool:
    """Tell whether a row is one of the body: the head of a new table names its columns."""
    return any(text[:1].isdigit() for text in row[1:])


def whole_table(rows: Sequence[Row], at: int, name: str) -> Line:
    """Return the table that begins there, with all that goes on with it."""
    row = rows[at]
    assert row.table is not None
    cells = list(row.table.rows)
    head = [cell.text for cell in cells[0]]
    for more in continued(rows, at):
        table = rows[more].table
        assert table is not None
        first = [cell.text for cell in table.rows[0]]
        if _is_rest(first) and first != head:
            cells[-1] = tuple(_with(cell, text) for cell, text in zip(cells[-1], first, strict=True))
            cells += table.rows[1:]
        else:
            cells += table.rows[1:] if first == head else table.rows
    numbered = tuple(
        tuple(replace(cell, line=number, origin=_moved(cell, number)) for cell in found)
        for number, found in enumerate(cells, start=1)
    )
    return Line(role=Role.TABLE, page=row.page, grid=Grid(numbered, name))


def _with(cell: GridCell, text: str) -> GridCell:
    return replace(cell, text=joined(cell.text, text) if cell.text else text) if text else cell


def _moved(cell: GridCell, number: int) -> tuple[int, int] | None:
    if cell.origin is None:
        return None
    return number - (cell.line - cell.origin[0]), cell.origin[1]
