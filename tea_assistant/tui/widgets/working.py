"""A box that stays until something is done that must not be disturbed."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog


class Working(Dialog[None]):
    """Says what is being done; only who shows it can close it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Put the words into the box."""
        with Vertical(classes="dialog--box"):
            yield Static(plain(self._text))

    def action_leave(self) -> None:
        """Stay: Escape and clicks beside the box end nothing."""
