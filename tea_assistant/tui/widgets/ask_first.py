"""A small box that asks before something is done."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static
from textual.widgets.button import ButtonVariant

from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog


class AskFirst(Dialog[bool]):
    """Asks whether to go on; the result is True only where the user says so.

    Where nothing can be lost, Enter goes on at once; otherwise it takes the answer that does nothing.
    """

    def __init__(self, title: str, question: str, button: str, *, harmless: bool = False) -> None:
        super().__init__()
        self._harmless = harmless
        self._title = title
        self._question = question
        self._button = button

    def compose(self) -> ComposeResult:
        """Put the question above the answers; the harmless one comes first."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            yield Static(plain(keyed(self, self._question), lines=True), classes="dialog--text")
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                variant: ButtonVariant = "primary" if self._harmless else "warning"
                yield Button(plain(self._button), id="done", variant=variant, compact=True)

    def on_mount(self) -> None:
        """Begin with the answer that does no harm."""
        self.query_one("#done" if self._harmless else "#cancel").focus()

    @on(Button.Pressed)
    def _answer(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "done")
