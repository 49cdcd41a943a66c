"""Where a proposal is taken apart: at a sentence or a line of its text."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.patterns import regex
from tea_assistant.prose.sentences import sentence_spans
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.pick_list import PickList

_LINE = regex(r"[^\n]+")


class SplitDialog(Dialog[int]):
    """Asks where the second part begins; the result is that place in the text, or None."""

    DEFAULT_CSS = """
    SplitDialog {
        & > .dialog--box { width: 96%; max-width: 100; height: 90%; }
        & PickList { max-height: 10; background: $background; }
        & VerticalScroll { height: 1fr; margin-top: 1; }
        & VerticalScroll Static { height: auto; margin-bottom: 1; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._places = places(text)
        self._list = PickList(self._draw)

    def compose(self) -> ComposeResult:
        """Put the sentences above both parts as they would be."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain("Teilen")
            box.border_subtitle = "↑ ↓ wählt den Satz · Enter teilt davor · Esc bricht ab"
            yield Static("Womit beginnt der zweite Teil?", classes="dialog--text", markup=False)
            yield self._list
            with VerticalScroll(can_focus=False):
                yield Static(id="split-first", markup=False)
                yield Static(id="split-second", markup=False)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button("Teilen", id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin at the first place where one can split."""
        self._list.show([str(place) for place in self._places])
        self._list.focus()
        self._show()

    @on(PickList.Highlighted)
    def _show(self) -> None:
        at = int(self._list.key or 0)
        first = plain("1  ", "bold $text-accent") + plain(self._text[:at].strip(), lines=True)
        second = plain("2  ", "bold $text-accent") + plain(self._text[at:].strip(), lines=True)
        self.query_one("#split-first", Static).update(first)
        self.query_one("#split-second", Static).update(second)

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        at = int(key)
        return [plain(" ".join(self._text[at : at + 2 * width].split()))]

    @on(PickList.Chosen)
    @on(Button.Pressed, "#done")
    def _take(self) -> None:
        if self._list.key:
            self.dismiss(int(self._list.key))

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()


def places(text: str) -> Sequence[int]:
    """Return where a text can be taken apart: before each line and each sentence but the first."""
    begins = {match.start() for match in _LINE.finditer(text) if match.group().strip()}
    begins |= {begin for begin, _ in sentence_spans(text)}
    return sorted(at for at in begins if text[:at].strip() and text[at:].strip())
