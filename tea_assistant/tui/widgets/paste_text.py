"""A box into which a longer text is pasted."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.prose_area import ProseArea


class PasteText(Dialog[str]):
    """Asks for a text of several lines; the result is the text, or None."""

    DEFAULT_CSS = """
    PasteText {
        & > .dialog--box { width: 96%; max-width: 110; height: 80%; }
        & ProseArea { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+down", "take", "Weiter", show=False)]

    def __init__(self, title: str, question: str, button: str) -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._button = button
        self._error = Static(classes="dialog--error", markup=False)

    def compose(self) -> ComposeResult:
        """Put the question above the text."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = "Strg+↓ weiter · Esc bricht ab"
            yield Static(plain(self._question), classes="dialog--text")
            yield ProseArea(plain("Text hier einfügen, meist mit Strg+Umschalt+V oder der rechten Maustaste"))
            yield self._error
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button(plain(self._button), id="done", variant="primary", compact=True)

    def action_take(self) -> None:
        """Hand the text over."""
        text = self.query_one(ProseArea).text
        if text.strip():
            self.dismiss(text)
            return
        self._error.update("Es ist noch kein Text da.")
        self._error.display = True
        self.query_one(ProseArea).focus()

    @on(Button.Pressed, "#done")
    def _done(self) -> None:
        self.action_take()

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()
