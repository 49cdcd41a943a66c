"""Shows a prose as it will read in the application."""

from typing import ClassVar

from markdown_it import MarkdownIt
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Markdown

from tea_assistant.document.references import resolve_prose
from tea_assistant.model.application import Application
from tea_assistant.tui.plain import clean
from tea_assistant.tui.prose_pieces import pieces
from tea_assistant.tui.widgets.prose_blocks import ProseBlocks

_LONGEST = 30_000
"""Characters that are drawn; a section of this length has ten pages already."""
_REFERENCES = ("{{", "[[")
_EMPTY = "*Hier erscheint der Text, wie er in der Bewerbung steht.*"


class ProsePreview(VerticalScroll):
    """Draws a prose with its references resolved."""

    DEFAULT_CSS = """
    ProsePreview {
        background: $panel 40%;
        border: round $border-blurred;
        border-title-color: $text-muted;
        padding: 0;
        & Markdown { padding: 0 1; background: transparent; }
    }
    """

    PAUSE: ClassVar[float] = 0.4
    """Seconds that who shows a text again while it is typed waits for the next change."""

    class LinkChosen(Message):
        """A link in the text was clicked."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, can_focus=False)
        self.border_title = "Vorschau"
        self._markdown = ProseBlocks(_parser)
        self._wanted: list[str] = []
        self._shown: list[str] | None = None
        self._resolved: dict[str, str] = {}
        """Pieces without references as they were drawn last."""
        self._drawing = False

    def compose(self) -> ComposeResult:
        """Draw nothing yet."""
        yield self._markdown

    async def show(self, text: str, application: Application) -> None:
        """Draw a text, or the newest one where several come while one is drawn."""
        self._wanted = self._resolve(text, application) if text.strip() else [_EMPTY]
        if self._drawing:
            return
        self._drawing = True
        try:
            # What was wanted meanwhile is drawn too, without anything in between.
            while self._shown != (wanted := self._wanted):
                await self._markdown.show(wanted)
                self._shown = wanted
        finally:
            self._drawing = False

    def _resolve(self, text: str, application: Application) -> list[str]:
        known, self._resolved = self._resolved, {}
        drawn: list[str] = []
        room = _LONGEST
        for piece in pieces(text):
            room -= len(piece)
            if room < 0 and drawn:
                break
            resolved = known.get(piece)
            if resolved is None:
                resolved = clean(resolve_prose(piece[:_LONGEST], application), lines=True)
            # What a reference stands for may be different the next time.
            if not any(mark in piece for mark in _REFERENCES):
                self._resolved[piece] = resolved
            if resolved:
                drawn.append(resolved)
        return drawn if room >= 0 else [*drawn, "…"]

    @on(Markdown.LinkClicked)
    def _link_clicked(self, event: Markdown.LinkClicked) -> None:
        event.stop()
        self.post_message(self.LinkChosen(event.href))


def _parser() -> MarkdownIt:
    # What the references have become is plain CommonMark; nothing else may turn into a link or a format.
    return MarkdownIt("commonmark", {"html": False}).enable("table")
