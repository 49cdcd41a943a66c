"""A pane of paragraphs in which a cursor goes from one thing to point at to the next."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from tea_assistant.tui.review_spots import Block, Spot

_META = "spot"


class SpotBlock(Static):
    """One paragraph; what is under the cursor is turned into its negative and underlined."""

    DEFAULT_CSS = """
    SpotBlock {
        height: auto;
        &.-apart { margin-top: 1; }
    }
    """

    def __init__(self, shown: Block, current: str) -> None:
        super().__init__(_content(shown, current), markup=False)
        self._state = shown, current
        self.set_class(shown.apart, "-apart")

    def has(self, spot: str) -> bool:
        """Tell whether the paragraph holds a spot."""
        return any(stretch.spot and stretch.spot.key == spot for stretch in self._state[0].stretches)

    def show(self, shown: Block, current: str) -> None:
        """Show a paragraph, with the cursor where it has the spot `current`."""
        here = current if any(s.spot and s.spot.key == current for s in shown.stretches) else ""
        if (shown, here) != self._state:
            self._state = shown, here
            self.set_class(shown.apart, "-apart")
            self.update(_content(shown, here))
        self.display = True


class SpotPane(VerticalScroll, can_focus=True):
    """Shows paragraphs, and says which spot was clicked."""

    DEFAULT_CSS = """
    SpotPane {
        scrollbar-size-vertical: 1;
        padding: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.spot(-1)", show=False),
        Binding("down", "screen.spot(1)", show=False),
        Binding("enter", "screen.follow", show=False),
    ]

    class Picked(Message):
        """A spot was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._blocks: list[SpotBlock] = []
        self.shown: tuple[Block, ...] = ()

    @property
    def spots(self) -> list[Spot]:
        """What one can point at, in the order of reading."""
        return [s.spot for each in self.shown for s in each.stretches if s.spot]

    def show(self, blocks: Sequence[Block], current: str = "") -> None:
        """Show these paragraphs; widgets are used again, since most items have about as many."""
        self.shown = tuple(blocks)
        for widget, each in zip(self._blocks, blocks, strict=False):
            widget.show(each, current)
        for widget in self._blocks[len(blocks) :]:
            widget.display = False
        new = [SpotBlock(each, current) for each in blocks[len(self._blocks) :]]
        self._blocks += new
        if new:
            self.mount(*new)

    def point_at(self, spot: str) -> None:
        """Put the cursor on a spot and bring it into sight."""
        for widget, each in zip(self._blocks, self.shown, strict=False):
            widget.show(each, spot)
            if widget.has(spot):
                widget.scroll_visible(animate=False)

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked."""
        spot = event.style.meta.get(_META)
        if isinstance(spot, str):
            event.stop()
            self.focus(scroll_visible=False)
            self.post_message(self.Picked(spot))


def _content(shown: Block, current: str) -> Content:
    pieces: list[Content] = []
    for stretch in shown.stretches:
        text = stretch.text
        if stretch.spot:
            text = text.stylize(Style.from_meta({_META: stretch.spot.key}))
            if stretch.spot.key == current:
                text = text.stylize("reverse underline")
        pieces.append(text)
    return Content.assemble(*pieces)
