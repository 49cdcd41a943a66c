"""The table in which figures are typed; it keeps nothing but what is being typed."""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from textual import events
from textual.message import Message

from tea_assistant.tui.widgets.figure_blocks import tab_separated
from tea_assistant.tui.widgets.figure_cells import Reading, read_cell
from tea_assistant.tui.widgets.figure_lines import layout_of
from tea_assistant.tui.widgets.figure_sheet import FigureSheet, Kind
from tea_assistant.tui.widgets.figure_view import FigureView

_TYPED = frozenset("0123456789.,% ")
_BEGINS = frozenset("0123456789")
_LONGEST = 20
Enter = Callable[[Mapping[tuple[int, str], object]], object]
"""Takes other values for cells named by row and key, None for none."""


class FigureGrid(FigureView):
    """Takes counts as a spreadsheet does: typed on a cell, pasted from it on, copied from it."""

    KEYS: ClassVar[Mapping[str, str]] = {
        **FigureView.KEYS,
        "tab": "step(1)",
        "shift+tab": "step(-1)",
        "enter": "open",
        "delete": "clear",
        "backspace": "clear",
        "ctrl+c": "copy",
        "ctrl+insert": "copy",
        "ctrl+v": "paste",
        "shift+insert": "paste",
    }

    class Pasted(Message):
        """The user pastes text at the cursor."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Opened(Message):
        """The user wants to change who is counted in the row at hand."""

    class Refused(Message):
        """The user wants to type where nothing can be typed."""

    def __init__(self, enter: Enter, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        # No message: whoever saves or leaves needs what was typed to be stored now.
        self._enter_cells = enter
        self.problem = ""
        """Why what was typed is not taken; told once the user wants to leave the cell."""
        self.locked = False
        self._tabbed_from: int | None = None
        """The column in which a line of cells was begun with Tab: Enter goes back to it."""

    def show(self, sheet: FigureSheet, marks: Mapping[int, str], *, other: bool = False) -> None:
        """Show rows; what is being typed stays, unless its row has gone."""
        if other or (self.draft is not None and not self._same_row(sheet)):
            self._drop()
        super().show(sheet, marks, other=other)
        self._draw()

    def _same_row(self, sheet: FigureSheet) -> bool:
        # What is typed belongs to a group, not to whatever row has come into its place.
        before, at = self.sheet, self.row
        return before is not None and at < len(sheet.rows) and before.key(at) == sheet.key(at)

    # Typing

    @property
    def reading(self) -> Reading:
        """What the typed text means so far."""
        return read_cell(self.draft or "")

    async def on_key(self, event: events.Key) -> None:
        """Take what belongs into a cell; everything else goes on to `FigureView`."""
        if self.draft is None and event.character in _BEGINS:
            self._begin(event.character or "")
        elif self.draft is None or not self._takes(event, self.draft):
            return
        event.stop()
        event.prevent_default()

    def _takes(self, event: events.Key, draft: str) -> bool:
        match event.key:
            case "escape":
                self._drop()
            case "backspace":
                self._type(draft[:-1])
            case "delete":
                self._type("")
            case "enter":
                self._enter()
            case _ if event.is_printable and event.character:
                if event.character in _TYPED and len(draft) < _LONGEST:
                    self._type(draft + event.character)
            case _:
                return False
        return True

    def _begin(self, text: str) -> None:
        sheet = self.sheet
        if sheet is None or not sheet.rows:
            return
        if self.locked or sheet.columns[self.column].kind is not Kind.COUNT:
            self.post_message(self.Refused())
            return
        self._anchor = None
        self._type(text)

    def _type(self, text: str | None) -> None:
        self.draft, self.problem = text, ""
        self._draw()
        self.post_message(self.Reached())

    def _drop(self) -> None:
        self._type(None)

    def _draw(self) -> None:
        self.shown = self.sheet
        if self.sheet is not None and self.draft is not None and not self.reading.problem:
            key = self.sheet.columns[self.column].key
            self.shown = self.sheet.with_cells({(self.row, key): self.reading.value})
        self.refresh()

    def _enter(self) -> None:
        if self.commit():
            column = self.column if self._tabbed_from is None else self._tabbed_from
            self._tabbed_from = None
            self._move_to(self.row + 1, column)

    def commit(self) -> bool:
        """Hand over what was typed; return False where it can't be a count, and stays as it is."""
        if self.draft is None or self.sheet is None:
            return True
        reading = self.reading
        if reading.problem:
            self.problem = reading.problem
            self.app.bell()
            self.refresh()
            self.post_message(self.Reached())
            return False
        key = self.sheet.columns[self.column].key
        self._drop()
        self._enter_cells({(self.row, key): reading.value})
        return True

    def on_blur(self) -> None:
        """Hand over what was typed when the focus leaves."""
        self.commit()

    def action_open(self) -> None:
        """Change the cell at hand, or who is counted in the row."""
        if self.sheet is None or not self.sheet.rows:
            return
        if self.sheet.columns[self.column].kind is Kind.LABEL:
            self.post_message(self.Opened())
        else:
            cell = self.sheet.cell(self.row, self.column)
            self._begin("" if cell.derived else cell.text)

    def action_clear(self) -> None:
        """Empty the cells that are marked."""
        if self.sheet is None or not self.sheet.rows:
            return
        if self.locked:
            self.post_message(self.Refused())
            return
        cells = dict.fromkeys(self._counts_marked())
        if cells:
            self._enter_cells(cells)

    def _counts_marked(self) -> Iterator[tuple[int, str]]:
        rows, columns = self.selected
        for row in rows:
            for column in columns:
                spec = self.sheet.columns[column] if self.sheet else None
                if spec and spec.kind is Kind.COUNT:
                    yield row, spec.key

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor; a line of cells that was begun with Tab ends."""
        self._tabbed_from = None
        super().action_move(rows, columns)

    def action_step(self, by: int) -> None:
        """Move to the next cell for a count, at the end of the table out of it."""
        if self.sheet is None or not self.commit():
            return
        counts = [at for at, column in enumerate(self.sheet.columns) if column.kind is Kind.COUNT]
        cells = [(row, column) for row in range(len(self.sheet.rows)) for column in counts]
        here = (self.row, self.column)
        beyond = (
            [cell for cell in cells if cell > here] if by > 0 else [cell for cell in cells if cell < here]
        )
        if not beyond:
            (self.screen.focus_next if by > 0 else self.screen.focus_previous)()
            return
        if self._tabbed_from is None:
            self._tabbed_from = self.column
        self._anchor = None
        self._move_to(*(beyond[0] if by > 0 else beyond[-1]))

    # The clipboard

    def action_copy(self) -> None:
        """Copy the marked cells, so that a spreadsheet takes them."""
        if self.sheet is None or not self.sheet.rows:
            return
        rows, columns = self.selected
        texts = [[self.sheet.copied(row, column) for column in columns] for row in rows]
        self.app.copy_to_clipboard(tab_separated(texts))
        count = len(rows) * len(columns)
        self.notify("Eine Zelle kopiert." if count == 1 else f"{count} Zellen kopiert.", markup=False)

    def action_paste(self) -> None:
        """Paste what was copied here."""
        self._paste(self.app.clipboard)

    def on_paste(self, event: events.Paste) -> None:
        """Take a block from the terminal's clipboard."""
        event.stop()
        event.prevent_default()
        self._paste(event.text)

    def _paste(self, text: str) -> None:
        if not text.strip() or self.sheet is None:
            return
        if self.locked:
            self.post_message(self.Refused())
            return
        self._drop()
        self.post_message(self.Pasted(text))

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell that was clicked; clicked again, it is changed."""
        sheet = self.sheet
        if sheet is None or event.button != 1 or event.y < 1:
            return
        at = event.y - 1 + round(self.scroll_offset.y)
        column = layout_of(sheet, self.scrollable_content_region.width, self.column).column_at(
            event.x - self.gutter.left
        )
        if at >= len(sheet.rows) or column is None:
            return
        if (at, column) == (self.row, self.column) and self.draft is None:
            self.action_open()
        elif event.shift and self.commit():
            self._anchor = self._anchor or (self.row, self.column)
            self._move_to(at, column)
        else:
            self.move_to(at, column)
