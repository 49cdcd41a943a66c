"""A box in the middle of the screen, above the page that it is about."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

Result = TypeVar("Result")


def ask_above(widget: Widget, dialog: ModalScreen[Result], take: Callable[[Result | None], None]) -> None:
    """Show a dialog above the screen of a widget; a key that was pressed twice asks only once."""
    if widget.app.screen is widget.screen:
        widget.app.push_screen(dialog, take)


class Dialog(ModalScreen[Result | None]):
    """A modal box with a title; Escape or a click beside it leaves it without a result."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > .dialog--box {
            width: 90%;
            max-width: 84;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            background: $background;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $text-muted;
        }
        & .dialog--text { height: auto; margin-bottom: 1; }
        & .dialog--error { height: auto; color: $text-error; display: none; }
        & .dialog--buttons { height: auto; align-horizontal: right; margin-top: 1; }
        & .dialog--buttons Button { margin-left: 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Zurück", show=False)]
    BEGINS_IN_LINE: ClassVar[bool] = False
    """Whether one types at once: what comes before the line has the focus belongs into it."""

    def on_key(self, event: events.Key) -> None:
        """Put into the line what somebody in a hurry has typed before it had the focus."""
        if self.BEGINS_IN_LINE and self.focused is None and event.is_printable and event.character:
            for line in self.query(Input).results(Input):
                event.stop()
                line.insert_text_at_cursor(event.character)
                return

    def action_leave(self) -> None:
        """Close the box without a result."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close the box when somebody clicks beside it."""
        if event.widget is self:
            self.action_leave()
