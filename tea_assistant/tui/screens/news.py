"""Shows what is new in the program."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Markdown

from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.widgets.dialog import Dialog

_TEXT = Path(__file__).with_suffix(".md")
"""German, written for each version."""


class NewsScreen(Dialog[None]):
    """Shows the news of all versions, the newest first."""

    def compose(self) -> ComposeResult:
        """Let the news be scrolled."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = "Was ist neu"
            box.border_subtitle = "↑ ↓ blättert · Esc schließt"
            with VerticalScroll() as scroll:
                scroll.styles.height = "auto"
                scroll.styles.max_height = "80vh"
                yield Markdown(keyed(self, _TEXT.read_text(encoding="utf-8")), open_links=False)
