"""Tables of a Word file as grids, merged cells marked."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tea_assistant.importing import limits
from tea_assistant.importing.docx.parts import W, value_of
from tea_assistant.importing.docx.styles import Style, number_of
from tea_assistant.importing.docx.text import text_of
from tea_assistant.model.grid import Grid, GridCell

_PLAIN = Style()


def grid_of(table: Element, name: str) -> Grid | None:
    """Return a table; None where it has one cell or column and only frames text."""
    rows: list[list[GridCell]] = []
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(inner(table, "tr"), start=1):
        if number > limits.MAX_ROWS:
            break
        cells: list[GridCell] = []
        for cell in inner(row, "tc"):
            _place(cell, cells, above, number)
        rows.append(cells)
    width = max(map(len, rows), default=0)
    if width <= 1:
        return None
    padded = (
        (*cells, *(GridCell("", number, column) for column in range(len(cells) + 1, width + 1)))
        for number, cells in enumerate(rows, start=1)
    )
    filled = tuple(row for row in padded if any(cell.text for cell in row))
    return Grid(filled, name) if filled else None


def paragraphs_of(element: Element) -> Iterator[Element]:
    """Yield all paragraphs inside a table, those of tables inside it too."""
    yield from element.iter(f"{W}p")


def inner(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also where content controls wrap them."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from inner(child, name)


def _place(cell: Element, cells: list[GridCell], above: dict[int, tuple[int, int]], row: int) -> None:
    column = len(cells) + 1
    properties = cell.find(f"{W}tcPr")
    span = int(number_of(value_of(properties, "gridSpan"), 1))
    merge = properties.find(f"{W}vMerge") if properties is not None else None
    goes_on = merge is not None and merge.get(f"{W}val") != "restart"
    origin = above.get(column, (row, column)) if goes_on else (row, column)
    if goes_on and origin != (row, column):
        cells.append(GridCell("", row, column, merged=True, origin=origin))
    else:
        texts = (text_of(paragraph, _PLAIN).text for paragraph in paragraphs_of(cell))
        cells.append(GridCell(" ".join(" ".join(texts).split()), row, column))
        origin = (row, column)
    above[column] = origin
    for more in range(column + 1, column + min(max(span, 1), limits.MAX_COLUMNS)):
        cells.append(GridCell("", row, more, merged=True, origin=origin))
        above[more] = origin
