"""What changed in one item between two states, field by field and word by word."""

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.services.compare import FileChange
from tea_assistant.tui import change_words
from tea_assistant.tui.plain import plain

_WAIT = "Einen Moment …"
_PATIENCE = 0.2
"""Seconds after which the wait is told."""


class ChangeDetail(VerticalScroll, can_focus=False):
    """Shows the changes of one item; however long they are, nobody has to wait for them."""

    DEFAULT_CSS = """
    ChangeDetail {
        padding: 0 1;
        & > Static { height: auto; }
    }
    """

    def compose(self) -> ComposeResult:
        """Put one text into the pane."""
        yield Static(id="change-text")

    @work(exclusive=True, group="detail")
    async def show(self, change: FileChange | None) -> None:
        """Show the changes of an item, or nothing."""
        text = self.query_one("#change-text", Static)
        if change is None:
            text.update("")
            return
        drawing = asyncio.create_task(asyncio.to_thread(_drawn, change))
        if not (await asyncio.wait([drawing], timeout=_PATIENCE))[0]:
            text.update(plain(_WAIT, "$text-muted"))
        text.update(await drawing)
        self.scroll_home(animate=False)


def _drawn(change: FileChange) -> Content:
    parts = [change_words.fields(change)] if change.fields else [change_words.heading(change)]
    parts += [plain(words, "$text-muted")] if (words := change_words.legend(change)) else []
    return Content("\n\n").join(parts)
