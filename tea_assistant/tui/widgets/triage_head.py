"""The head of the screen for documents: how far one is, and where the proposal at hand stands."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.services.triage.items import Counts
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.progress import drawn_bar

_BAR = 16


class TriageHead(Vertical):
    """Says how many proposals are decided, and what is at hand."""

    DEFAULT_CSS = """
    TriageHead {
        height: auto;
        padding: 0 1;
        & > Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def compose(self) -> ComposeResult:
        """Put the progress above the place."""
        yield Static(id="triage-progress", markup=False)
        yield Static(id="triage-place", markup=False)

    def show(self, counts: Counts, kind: str, place: str) -> None:
        """Show how far one is."""
        share = counts.done / counts.total if counts.total else 0.0
        told = f" {counts.done} von {counts.total} entschieden"
        told += f", noch {counts.open}" if counts.open else ""
        told += f" ({counts.later} für später)" if counts.later else ""
        self.query_one("#triage-progress", Static).update(drawn_bar(share, _BAR) + plain(told))
        line = self.query_one("#triage-place", Static)
        line.display = bool(kind)
        line.update(
            plain(kind, "bold $text-accent") + (plain(f" · {place}", "$text-muted") if place else Content())
        )
