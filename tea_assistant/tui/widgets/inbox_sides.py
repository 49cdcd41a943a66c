"""The two sides of a thing in the inbox: what it was last time, and what is known of it now."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from tea_assistant.prose.stale_words import stale_words
from tea_assistant.services.inbox.facts import clock, facts
from tea_assistant.services.inbox.inbox import Item
from tea_assistant.services.session import Session
from tea_assistant.tui.widgets.fact_pane import FactPane


class InboxSides(VerticalScroll, can_focus=False):
    """Puts both sides beside each other, or one below the other where it is narrow."""

    DEFAULT_CSS = """
    InboxSides {
        & > Horizontal { height: auto; }
        & FactPane { width: 1fr; }
    }
    """

    def compose(self) -> ComposeResult:
        """Begin empty."""
        with Horizontal(id="inbox-sides"):
            yield FactPane("Zuletzt", "Nichts festgehalten.", id="inbox-before")
            yield FactPane("Was heute bekannt ist", "Nichts Auffälliges.", id="inbox-now")

    def show(self, session: Session, item: Item) -> None:
        """Show a thing; what has aged in its text is marked."""
        found, times = facts(session, item), clock(session)

        def spans(text: str) -> Sequence[tuple[int, int]]:
            return [(word.start, word.end) for word in stale_words(text, times.written, times.today)]

        before, now = self.query(FactPane).results()
        before.show(f"Zuletzt (Runde {session.application.cycle.renews})", found.before, spans)
        now.show("Was heute bekannt ist", found.now)
