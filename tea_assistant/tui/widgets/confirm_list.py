"""A small box that asks before something is done to many things, and lists them."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.pick_list import PickList


class ConfirmList(Dialog[bool]):
    """Asks whether to go on with all that is listed; the result is True only where the user says so."""

    DEFAULT_CSS = """
    ConfirmList {
        & PickList { max-height: 12; background: $background; }
        &.-short PickList { max-height: 8; }
        & PickList > .pick-list--highlighted { background: $background; }
    }
    """

    def __init__(self, title: str, question: str, things: Sequence[str], button: str) -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._things = things
        self._button = button
        self._list = PickList(self._draw)

    def compose(self) -> ComposeResult:
        """Put the question above the list, and the answers below; the harmless one comes first."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = "Tab wechselt, Enter nimmt · Esc bricht ab"
            yield Static(plain(keyed(self, self._question), lines=True), classes="dialog--text")
            yield self._list
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button(plain(self._button), id="done", variant="warning", compact=True)

    def on_mount(self) -> None:
        """Begin with the answers; the list is there to be read."""
        self._list.show([str(number) for number in range(len(self._things))])
        self.query_one("#cancel").focus()

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        del width
        return [plain(self._things[int(key)])]

    @on(Button.Pressed)
    def _answer(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "done")
