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

from tea_assistant.tui.plain import plain
from tea_assistant.tui.review.spots import Block, Spot, block

_META = "spot"
_MANY = 60
"""So many paragraphs are drawn at once; more come when somebody reads on, as behind 500 measures."""


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
        self._state = shown, current if current in shown.spots else ""
        self.set_class(shown.apart, "-apart")

    def show(self, shown: Block, current: str) -> None:
        """Show a paragraph, with the cursor where it has the spot `current`."""
        here = current if current in shown.spots else ""
        if (shown, here) != self._state:
            self._state = shown, here
            self.set_class(shown.apart, "-apart")
            self.update(_content(shown, here))
        self.display = True


class SpotPane(VerticalScroll, can_focus=True):
    """Shows paragraphs, and says which spot was clicked."""

    DEFAULT_CSS = """
    SpotPane {
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
        self._current = ""
        self._room = _MANY

    @property
    def spots(self) -> list[Spot]:
        """What one can point at, in the order of reading."""
        return [s.spot for each in self.shown for s in each.stretches if s.spot]

    def show(self, blocks: Sequence[Block], current: str = "") -> None:
        """Show these paragraphs; widgets are used again, since most items have about as many."""
        if [each.spots for each in blocks] != [each.spots for each in self.shown]:
            self._room = _MANY
        self.shown = tuple(blocks)
        self._current = current
        self._draw()

    def _draw(self) -> None:
        drawn = [*self.shown[: self._room]]
        if left := len(self.shown) - len(drawn):
            drawn.append(block(plain(f"↓ {left} weitere Absätze", "$text-muted")))
        for widget, each in zip(self._blocks, drawn, strict=False):
            widget.show(each, self._current)
        spare = self._blocks[len(drawn) :]
        for widget in spare:
            widget.display = False
        if len(spare) > _MANY:
            # Even what is not shown costs time whenever the screen is laid out.
            del self._blocks[len(drawn) :]
            self.call_later(self.remove_children, spare)
        new = [SpotBlock(each, self._current) for each in drawn[len(self._blocks) :]]
        self._blocks += new
        if new:
            self.mount(*new)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw more where somebody reads on."""
        super().watch_scroll_y(old_value, new_value)
        if len(self.shown) > self._room and new_value >= self.max_scroll_y - 2 > 0:
            self._room += _MANY
            self._draw()

    def point_at(self, spot: str) -> None:
        """Put the cursor on a spot and bring it into sight."""
        at = next((n for n, each in enumerate(self.shown) if spot in each.spots), None)
        before, self._current = self._current, spot
        if at is not None and at >= self._room:
            self._room = at + _MANY
            self._draw()
            self.call_after_refresh(self.point_at, spot)
            return
        for widget, each in zip(self._blocks, self.shown, strict=False):
            if before in each.spots or spot in each.spots:
                widget.show(each, spot)
        if at is not None:
            self._blocks[at].scroll_visible(animate=False)

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
