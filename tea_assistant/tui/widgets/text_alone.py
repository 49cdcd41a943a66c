"""A text that has the screen for itself, where the terminal cannot be had."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tea_assistant.tui.plain import plain

_HOW = "Umschalttaste halten und mit der Maus markieren. Zurück: Esc"


class TextAlone(ModalScreen[None]):
    """Shows nothing but a text, from edge to edge, and how to mark it."""

    DEFAULT_CSS = """
    TextAlone {
        background: $background;
        & > .text-alone--how { height: 1; background: $primary; color: $background; padding: 0 1; }
        & > VerticalScroll { height: 1fr; }
        & Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f", "leave", "Zurück", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Put the text below the line that says what to do."""
        yield Static(_HOW, classes="text-alone--how")
        with VerticalScroll():
            yield Static(plain(self._text, lines=True))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
