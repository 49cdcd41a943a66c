"""What changed in one item between two states, field by field and word by word."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.services.compare import FileChange
from tea_assistant.tui import change_words
from tea_assistant.tui.plain import plain


class ChangeDetail(VerticalScroll, can_focus=False):
    """Shows the changes of one item, or says why there are none to show."""

    DEFAULT_CSS = """
    ChangeDetail {
        padding: 0 1;
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
    }
    """

    def compose(self) -> ComposeResult:
        """Put one text into the pane."""
        yield Static(id="change-text")

    def show(self, change: FileChange | None, otherwise: str = "") -> None:
        """Show the changes of an item; without one, say something else."""
        text = plain(otherwise, "$text-muted", lines=True)
        if change is not None:
            parts = [change_words.fields(change)] if change.fields else [change_words.heading(change)]
            parts += [plain(words, "$text-muted")] if (words := change_words.legend(change)) else []
            text = Content("\n\n").join(parts)
        self.query_one("#change-text", Static).update(text)
        self.scroll_home(animate=False)
