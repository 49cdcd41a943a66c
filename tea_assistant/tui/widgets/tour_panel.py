"""The panel at the bottom of a screen that leads through the guided tour."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.plain import plain


class TourPanel(Vertical):
    """Says what to do, which key does it, and whether it is done."""

    DEFAULT_CSS = """
    TourPanel {
        height: auto;
        padding: 0 1;
        background: $panel;
        border-top: heavy $accent;
        & #tour-head { height: 1; }
        & #tour-title { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; text-style: bold; }
        & #tour-text { height: auto; max-width: 116; }
        & Button { width: auto; min-width: 0; background: $surface; margin-left: 2; }
        &.-done #tour-title { color: $text-success; }
        &.-done #tour-next { text-style: bold; color: $text-success; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = Static(id="tour-title", markup=False)
        self._text = Static(id="tour-text", markup=False)
        self._next = _click("Alt+W", "tour-next")

    def compose(self) -> ComposeResult:
        """Put the title and what can be clicked above the text."""
        with Horizontal(id="tour-head"):
            yield self._title
            yield self._next
            yield _click(keyed(self, "Alt+R mehr"), "tour-more")
        yield self._text

    def show(self, title: str, text: str, onward: str, *, done: bool) -> None:
        """Show a step; `onward` says what Alt+W does."""
        self.set_class(done, "-done")
        self._title.update(plain(title))
        self._text.update(plain(keyed(self, text)))
        self._next.label = keyed(self, f"Alt+W {onward}")

    @on(Button.Pressed, "#tour-next")
    async def _go_on(self, event: Button.Pressed) -> None:
        event.stop()
        await self.run_action("app.tour_next")

    @on(Button.Pressed, "#tour-more")
    async def _offer_more(self, event: Button.Pressed) -> None:
        event.stop()
        await self.run_action("app.tour_menu")


def _click(label: str, name: str) -> Button:
    button = Button(label, id=name, compact=True)
    # Tab goes on leading through the screen alone.
    button.can_focus = False
    return button
