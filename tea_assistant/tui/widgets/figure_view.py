"""A table of figures with a cursor; it draws only what is in sight, so that hundreds of rows cost nothing."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.figure_lines import Look, header_line, layout_of, row_line
from tea_assistant.tui.widgets.figure_sheet import FigureSheet


class FigureView(ScrollView, can_focus=True):
    """Shows the rows of a reference date; the cursor moves by cells, and a block of them can be marked."""

    DEFAULT_CSS = """
    FigureView {
        height: auto;
        overflow-x: hidden;
        background: $background;
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False
    KEYS: ClassVar[Mapping[str, str]] = {
        "up": "move(-1, 0)",
        "down": "move(1, 0)",
        "left": "move(0, -1)",
        "right": "move(0, 1)",
        "shift+up": "extend(-1, 0)",
        "shift+down": "extend(1, 0)",
        "shift+left": "extend(0, -1)",
        "shift+right": "extend(0, 1)",
        "pageup": "page(-1)",
        "pagedown": "page(1)",
        "home": "side(0)",
        "end": "side(1)",
        "ctrl+home": "edge(0)",
        "ctrl+end": "edge(1)",
        "ctrl+a": "select_all",
    }
    """What the keys do. No bindings: those come after the keys that follow, and somebody types fast."""

    class Reached(Message):
        """The cursor is elsewhere, or what is being typed has changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.sheet: FigureSheet | None = None
        """The rows as the file says."""
        self.shown: FigureSheet | None = None
        """The rows with what is being typed, where that can be understood already."""
        self.row, self.column = 0, 1
        self.draft: str | None = None
        """What is being typed into the cell at hand; None while nothing is."""
        self.marks: Mapping[int, str] = {}
        """The sign before a row, where the check finds something in it."""
        self._anchor: tuple[int, int] | None = None
        """Where the marked block begins; it ends at the cursor."""

    def commit(self) -> bool:
        """Hand over what is being typed; return False where it has to stay in its cell."""
        return True

    # What is shown

    def show(self, sheet: FigureSheet, marks: Mapping[int, str], *, other: bool = False) -> None:
        """Show rows; the cursor stays, unless these are `other` rows."""
        if other:
            self.row, self.column, self._anchor = 0, 1, None
        self.sheet = self.shown = sheet
        self.marks = marks
        self.virtual_size = Size(0, max(len(sheet.rows), 1) + 1)
        self._move_to(self.row, self.column)
        self.refresh(layout=True)

    @property
    def selected(self) -> tuple[range, range]:
        """The rows and columns of the block at hand; one cell where none is marked."""
        row, column = self._anchor or (self.row, self.column)
        rows = range(min(row, self.row), max(row, self.row) + 1)
        return rows, range(min(column, self.column), max(column, self.column) + 1)

    def render_line(self, y: int) -> Strip:
        """Draw the heading, or a row."""
        width = self.scrollable_content_region.width
        sheet = self.shown
        at = y - 1 + round(self.scroll_offset.y)
        if sheet is None:
            content = plain("")
        elif y == 0:
            content = header_line(sheet, layout_of(sheet, width, self.column), self.column)
        elif not sheet.rows and at == 0:
            content = plain("  Noch keine Zeile. Mit n legen Sie eine an.", "$text-muted")
        elif at >= len(sheet.rows):
            content = plain("")
        else:
            rows, columns = self.selected
            look = Look(
                cursor=self.column if at == self.row else None,
                marked=columns if self._anchor and at in rows else range(0),
                draft=self.draft if at == self.row else None,
                focused=self.has_focus,
                sign=self.marks.get(at, ""),
            )
            content = row_line(sheet, at, layout_of(sheet, width, self.column), look)
        strips = Visual.to_strips(
            self, content.truncate(width), max(width, 1), 1, self.visual_style, pad=True
        )
        return strips[0] if strips else Strip.blank(width)

    # The cursor

    def move_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell; what was typed in another one is stored first."""
        if (row, column) == (self.row, self.column) or self.commit():
            self._anchor = None
            self._move_to(row, column)

    def _move_to(self, row: int, column: int) -> None:
        if self.sheet is None:
            return
        self.row = max(0, min(row, len(self.sheet.rows) - 1))
        self.column = max(0, min(column, len(self.sheet.columns) - 1))
        if self._anchor is not None:
            self._anchor = min(self._anchor[0], max(len(self.sheet.rows) - 1, 0)), self._anchor[1]
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Reached())

    def _keep_in_sight(self) -> None:
        if not self.is_attached:
            return
        height = max(self.scrollable_content_region.height - 1, 1)
        top = round(self.scroll_offset.y)
        if self.row < top:
            self.scroll_to(y=self.row, animate=False, force=True)
        elif self.row >= top + height:
            self.scroll_to(y=self.row - height + 1, animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        del event
        self._keep_in_sight()

    async def on_key(self, event: events.Key) -> None:
        """Do what a key stands for before the next one comes."""
        if event.key in self.KEYS:
            event.stop()
            event.prevent_default()
            await self.run_action(self.KEYS[event.key])

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        self.move_to(self.row + rows, self.column + columns)

    def action_extend(self, rows: int, columns: int) -> None:
        """Move the cursor and mark what lies between."""
        if self.commit():
            self._anchor = self._anchor or (self.row, self.column)
            self._move_to(self.row + rows, self.column + columns)

    def action_page(self, direction: int) -> None:
        """Move the cursor by what is in sight."""
        self.action_move(direction * max(self.scrollable_content_region.height - 2, 1), 0)

    def action_side(self, end: int) -> None:
        """Move the cursor to the first or the last column."""
        self.move_to(self.row, end * len(self.sheet.columns) if self.sheet else 0)

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first or the last row."""
        self.move_to(end * len(self.sheet.rows) if self.sheet else 0, self.column)

    def action_select_all(self) -> None:
        """Mark the whole table."""
        if self.sheet is not None and self.sheet.rows and self.commit():
            self._anchor = (0, 0)
            self._move_to(len(self.sheet.rows), len(self.sheet.columns))
