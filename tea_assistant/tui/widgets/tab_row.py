"""Words side by side of which one is chosen, such as the reference dates."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tea_assistant.tui.plain import plain

_GAP = 1
_MORE_LEFT, _MORE_RIGHT = "‹ ", " ›"


class TabRow(Widget, can_focus=True):
    """One line of words; the arrow keys or a click choose another one."""

    DEFAULT_CSS = """
    TabRow { height: 1; width: 1fr; }
    """
    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Nach links", show=False),
        Binding("right", "turn(1)", "Nach rechts", show=False),
        Binding("enter,down", "leave", "Weiter", show=False),
    ]

    class Turned(Message):
        """Another word is chosen."""

        def __init__(self, row: "TabRow", key: str) -> None:
            super().__init__()
            self.row = row
            self.key = key

        @property
        def control(self) -> "TabRow":
            """The row that this is about."""
            return self.row

    class Left(Message):
        """The user wants to go on to what the chosen word shows."""

        def __init__(self, row: "TabRow") -> None:
            super().__init__()
            self.row = row

        @property
        def control(self) -> "TabRow":
            """The row that this is about."""
            return self.row

    def __init__(self, draw: Callable[[str], str], *, title: str = "", id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.keys: tuple[str, ...] = ()
        self.key = ""
        """The chosen one; empty where there is none."""
        self._draw = draw
        self._title = f"{title}  " if title else ""

    def show(self, keys: Sequence[str], at: str = "") -> None:
        """Show these words; the one `at` is chosen, or the one before, or the first."""
        self.keys = tuple(keys)
        known = next((key for key in (at, self.key) if key in self.keys), "")
        self.key = known or next(iter(self.keys), "")
        self.refresh(layout=self.styles.auto_dimensions)

    def get_content_width(self, container: object, viewport: object) -> int:
        """Take as much room as the words need."""
        del container, viewport
        return len(self._title) + sum(len(word) + _GAP for _, word in self._words())

    def render(self) -> Content:
        """Draw the words, the chosen one between arrows that point at it."""
        line = plain(self._title, "bold $primary")
        first, last = self._in_sight()
        line += plain(_MORE_LEFT if first else "", "$text-muted")
        for key, word in list(self._words())[first : last + 1]:
            line += plain(word, self._style(key)) + plain(" " * _GAP)
        return line + plain(_MORE_RIGHT if last + 1 < len(self.keys) else "", "$text-muted")

    def _style(self, key: str) -> str:
        if key != self.key:
            return "$text-muted"
        background = "$block-cursor-background" if self.has_focus else "$block-cursor-blurred-background"
        return f"bold $foreground on {background}"

    def _words(self) -> Iterator[tuple[str, str]]:
        for key in self.keys:
            yield key, f"▸{self._draw(key)} " if key == self.key else f" {self._draw(key)} "

    def _in_sight(self) -> tuple[int, int]:
        """Return the first and the last word for which there is room around the chosen one."""
        words = [len(word) + _GAP for _, word in self._words()]
        if not words:
            return 0, -1
        room = self.size.width - len(self._title)
        if sum(words) <= room:
            return 0, len(words) - 1
        room -= len(_MORE_LEFT + _MORE_RIGHT)
        first = last = self.keys.index(self.key)
        while sum(words[first : last + 1]) < room:
            if last + 1 < len(words) and sum(words[first : last + 2]) <= room:
                last += 1
            elif first and sum(words[first - 1 : last + 1]) <= room:
                first -= 1
            else:
                break
        return first, last

    def choose(self, key: str) -> None:
        """Choose a word and tell who listens."""
        if key in self.keys and key != self.key:
            self.key = key
            self.refresh()
            self.post_message(self.Turned(self, key))

    def action_turn(self, by: int) -> None:
        """Choose the word beside the chosen one."""
        if self.keys:
            at = self.keys.index(self.key) + by
            self.choose(self.keys[max(0, min(at, len(self.keys) - 1))])

    def action_leave(self) -> None:
        """Go on to what the chosen word shows."""
        self.post_message(self.Left(self))

    def on_click(self, event: events.Click) -> None:
        """Choose the word that was clicked."""
        first, last = self._in_sight()
        edge = len(self._title) + (len(_MORE_LEFT) if first else 0)
        for key, word in list(self._words())[first : last + 1]:
            edge += len(word) + _GAP
            if event.x < edge:
                self.choose(key)
                return
