"""The question before the program ends with texts that could not be saved."""

from collections.abc import Sequence
from enum import StrEnum

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog


class Leaving(StrEnum):
    """What to do with texts that could not be saved."""

    RESCUE = "rescue"
    DISCARD = "discard"


class QuitScreen(Dialog[Leaving]):
    """Names what would be lost; the result is None where the user goes on working."""

    CSS_PATH = "quit.tcss"

    def __init__(self, titles: Sequence[str], reasons: Sequence[str]) -> None:
        super().__init__()
        self._titles = titles
        self._reasons = reasons

    def compose(self) -> ComposeResult:
        """Say what is at stake above the three ways out."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = "Noch nicht alles gespeichert"
            yield Static("Diese Änderungen konnten nicht gespeichert werden:", classes="dialog--text")
            yield Static(
                Content("\n").join(plain(f"  • {title}") for title in self._titles), classes="dialog--text"
            )
            for reason in self._reasons:
                yield Static(plain(reason), classes="dialog--text quit--reason")
            with Horizontal(classes="dialog--buttons"):
                yield Button("Weiterarbeiten", id="stay", variant="primary", compact=True)
                yield Button("Texte sichern und beenden", id=Leaving.RESCUE, compact=True)
                yield Button("Verwerfen", id=Leaving.DISCARD, variant="error", compact=True)

    @on(Button.Pressed)
    def _answer(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None if event.button.id == "stay" else Leaving(str(event.button.id)))
