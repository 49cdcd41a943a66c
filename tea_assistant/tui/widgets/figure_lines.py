"""How the lines of the table of figures look."""

from msgspec import Struct
from textual.content import Content

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.figure_sheet import FigureSheet, SheetCell

_SIGN = 2
_GAP = 1
_NARROWEST_LABEL = 14
_CURSOR = "$block-cursor-foreground on $block-cursor-background bold"
_BLURRED = "on $block-cursor-blurred-background"
_MARKED = "on $primary 25%"
_NOTE = " ✎"


class Layout(Struct, frozen=True):
    """Where the columns are: the width of the names of the rows, and the columns that there is room for."""

    label: int
    counts: tuple[tuple[int, int], ...]
    """(column, width), from left to right."""

    def column_at(self, x: int) -> int | None:
        """Return the column at a place of a line; None beside the table."""
        edge = _SIGN + self.label
        if x < edge:
            return 0
        for column, width in self.counts:
            edge += _GAP + width
            if x < edge:
                return column
        return None


class Look(Struct, frozen=True):
    """What is special about a row now."""

    cursor: int | None = None
    """The column in which the cursor is."""
    marked: range = range(0)
    draft: str | None = None
    focused: bool = True
    sign: str = ""
    """What the check found in the row, as a sign."""


def layout_of(sheet: FigureSheet, width: int, cursor: int) -> Layout:
    """Fit the columns into a width; where they do not fit, those far left of the cursor give way."""
    counts = [(column, sheet.widths[column]) for column in range(1, len(sheet.columns))]
    room = width - _SIGN - _NARROWEST_LABEL
    while len(counts) > 1 and counts[0][0] < cursor and _total(counts) > room:
        counts.pop(0)
    while len(counts) > 1 and _total(counts) > room:
        counts.pop()
    return Layout(max(width - _SIGN - _total(counts), _NARROWEST_LABEL), tuple(counts))


def _total(counts: list[tuple[int, int]]) -> int:
    return sum(width + _GAP for _, width in counts)


def header_line(sheet: FigureSheet, layout: Layout, cursor: int) -> Content:
    """Draw the headings; that of the column at hand is emphasised."""
    parts = [plain(" " * _SIGN), _cut(plain(sheet.columns[0].title, _heading(0, cursor)), layout.label)]
    for column, width in layout.counts:
        title = plain(sheet.columns[column].title, _heading(column, cursor))
        # The last place of a cell is for the bracket.
        parts += [plain(" " * _GAP), _right(title, width - 1), plain(" ")]
    return Content.assemble(*parts)


def _heading(column: int, cursor: int) -> str:
    return "bold $text-primary underline" if column == cursor else "bold $text-primary"


def row_line(sheet: FigureSheet, at: int, layout: Layout, look: Look) -> Content:
    """Draw a row."""
    wrong = bool(sheet.contradictions(at))
    sign = plain("✗ ", "$text-error") if wrong else plain(f"{look.sign or ' '} ")
    line = Content.assemble(sign, _styled(_label(sheet, at, layout.label), 0, look))
    for column, width in layout.counts:
        if look.draft is not None and column == look.cursor:
            typed = f"{look.draft}▏"
            cell = plain(typed[-width:].rjust(width))
        else:
            cell = _cell(sheet.cell(at, column), width)
        line += plain(" " * _GAP) + _styled(cell, column, look)
    return line


def _label(sheet: FigureSheet, at: int, width: int) -> Content:
    text, belongs = sheet.label(at)
    note = _NOTE if sheet.note(at) else ""
    name = plain(f"  {text}" if belongs else text).truncate(max(width - len(note), 1), ellipsis=True)
    return _cut(name + plain(note, "$text-muted"), width)


def _cell(cell: SheetCell, width: int) -> Content:
    if not cell.text:
        return plain(" " * width)
    if cell.derived:
        return _right(plain(f"({cell.text})", "$text-muted"), width)
    # Digits stand below digits, whether a bracket or a sign follows them or not.
    return _right(plain(f"{cell.text}!", "$text-error") if cell.wrong else plain(f"{cell.text} "), width)


def _styled(content: Content, column: int, look: Look) -> Content:
    if column == look.cursor:
        return content.stylize(_CURSOR if look.focused else _BLURRED)
    return content.stylize(_MARKED) if column in look.marked else content


def _cut(content: Content, width: int) -> Content:
    cut = content.truncate(width, ellipsis=True)
    return cut + Content(" " * (width - cut.cell_length))


def _right(content: Content, width: int) -> Content:
    cut = content.truncate(width, ellipsis=True)
    return Content(" " * (width - cut.cell_length)) + cut
