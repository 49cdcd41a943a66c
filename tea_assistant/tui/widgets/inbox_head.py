"""The head of the inbox: what is at hand, and how far one is."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.services.inbox.inbox import Item
from tea_assistant.services.inbox.walk import Tally
from tea_assistant.tui.inbox_verdicts import NAMES
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.progress import bar

_BAR = 20


class InboxHead(Vertical):
    """Names the thing at hand beneath the progress of the whole."""

    DEFAULT_CSS = """
    InboxHead {
        height: auto;
        padding: 1 2 0 2;
        & > Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > #inbox-title { text-style: bold; }
    }
    """

    def compose(self) -> ComposeResult:
        """Put the progress above the title."""
        yield Static(id="inbox-tally")
        yield Static(id="inbox-kind")
        yield Static(id="inbox-title")

    def show(self, item: Item | None, tally: Tally, field: str) -> None:
        """Show the thing at hand, or only how far everything is."""
        self.query_one("#inbox-tally", Static).update(_progress(tally))
        for name in ("#inbox-kind", "#inbox-title"):
            self.query_one(name).display = item is not None
        if item is None:
            return
        kind = plain(NAMES[item.kind], "$text-accent")
        where = plain(f" · {field}" if field else " · ganze Bewerbung", "$text-muted")
        decided = plain(f"  ✓ {item.decided}", "$text-success") if item.decided else Content()
        self.query_one("#inbox-kind", Static).update(kind + where + decided)
        self.query_one("#inbox-title", Static).update(plain(item.title))


def _progress(tally: Tally) -> Content:
    drawn = plain(bar(tally.share, _BAR), "$primary")
    said = f" {tally.done} von {tally.total} entschieden"
    left = f", noch {tally.open}" if tally.open else ""
    put_off = f" ({tally.put_off} zurückgestellt)" if tally.put_off else ""
    return drawn + plain(said + left + put_off)
