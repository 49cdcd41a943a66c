"""Words side by side, each with the key that chooses it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tea_assistant.tui.plain import clean, plain

_GAP = 1


class KeyRow(Widget, can_focus=True):
    """Shows what keys mean here; a click is the same as the key."""

    DEFAULT_CSS = """
    KeyRow { height: auto; width: 1fr; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    class Pressed(Message):
        """A word was clicked."""

        def __init__(self, row: "KeyRow", key: str) -> None:
            super().__init__()
            self.row = row
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._words: list[tuple[str, str, bool]] = []

    def show(self, words: Sequence[tuple[str, str, bool]]) -> None:
        """Show these words as (key, word, chosen)."""
        self._words = [(key, clean(word), chosen) for key, word, chosen in words]
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as the words need."""
        del container, viewport
        return max((row for _, row, _, _ in self._places(width)), default=0) + 1

    def render(self) -> Content:
        """Draw the words, a chosen one with an arrow."""
        lines: list[Content] = []
        for at, row, _, _ in self._places(self.size.width):
            while len(lines) <= row:
                lines.append(Content())
            key, word, chosen = self._words[at]
            if chosen:
                style = "$block-cursor-foreground on $block-cursor-background bold"
                lines[row] += plain(f"▸{key} {word} ", style)
            else:
                lines[row] += Content(" ") + plain(key, "bold $text-accent") + plain(f" {word} ")
            lines[row] += Content(" " * _GAP)
        return Content("\n").join(lines)

    def _places(self, width: int) -> Iterator[tuple[int, int, int, int]]:
        """Yield the number of each word with its row, its first and its last column."""
        row = column = 0
        for at, (key, word, _) in enumerate(self._words):
            length = Content(key + word).cell_length + 3
            if column and column + length > width:
                row, column = row + 1, 0
            yield at, row, column, column + length
            column += length + _GAP

    def on_click(self, event: events.Click) -> None:
        """Choose the word that was clicked."""
        for at, row, first, last in self._places(self.size.width):
            if event.y == row and first <= event.x < last:
                self.post_message(self.Pressed(self, self._words[at][0]))
                return
