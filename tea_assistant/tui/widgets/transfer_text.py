"""A text of the portal's form with what must be known about it: its name, its length, where it stands."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.services.transfer import Transferable, TransferState, standing
from tea_assistant.services.transfer_text import SIGNS, characters_text
from tea_assistant.tui.plain import plain

STYLES = {
    TransferState.OPEN: "$text-muted",
    TransferState.DONE: "$text-success",
    TransferState.CHANGED: "$text-warning",
    TransferState.GONE: "$text-error",
}
"""Colours of the states, which only repeat what their signs and words say."""
_TICK = "Diese Aktivität wird im Portal nur angekreuzt; einen Text hat sie nicht."
_GONE = (
    "Diesen Text gibt es in der Mappe nicht mehr. Steht er noch im Portal, löschen Sie ihn dort und haken "
    "das hier mit der Leertaste ab."
)


class TransferText(Vertical):
    """Shows one text as it goes into its field."""

    DEFAULT_CSS = """
    TransferText {
        & > .transfer--title { height: auto; text-style: bold; }
        & > .transfer--facts { height: auto; margin-bottom: 1; }
        & > VerticalScroll { height: 1fr; }
        & .transfer--text { height: auto; max-width: 90; padding-right: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Put the facts above the text."""
        yield Static(classes="transfer--title")
        yield Static(classes="transfer--facts")
        with VerticalScroll(can_focus=False):
            yield Static(classes="transfer--text")

    def show(self, each: Transferable | None, title: str) -> None:
        """Show a text, or nothing."""
        self.query_one(".transfer--title", Static).update(plain(title))
        self.query_one(".transfer--facts", Static).update(_facts(each) if each else "")
        self.query_one(".transfer--text", Static).update(_text(each) if each else "")
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def scroll_text(self, by: int) -> None:
        """Scroll the text by some lines."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_to(y=scroll.scroll_y + by, animate=False)


def _facts(each: Transferable) -> Content:
    stands = plain(f"{SIGNS[each.state]} {standing(each)}", STYLES[each.state])
    if each.state is TransferState.GONE:
        return stands
    warning = plain("zu lang: ", "bold $text-warning") if each.too_long else plain("")
    length = plain(characters_text(each), "$text-warning" if each.too_long else "$text-muted")
    return warning + length + plain(" · ", "$text-muted") + stands


def _text(each: Transferable) -> Content:
    if each.text.text:
        return plain(each.text.text, lines=True)
    return plain(_GONE if each.state is TransferState.GONE else _TICK, "$text-muted")
