"""Shows a long Markdown text in pieces, so that building it never stops the screen."""

import asyncio
from collections.abc import Iterator

from markdown_it import MarkdownIt
from textual.containers import Vertical
from textual.widgets import Markdown

from tea_assistant.tui.plain import clean

_LINES = 40
"""A piece ends with the block that reaches so many lines: it is built in a few hundredths of a second."""


class MarkdownPieces(Vertical):
    """A text that is built piece by piece."""

    DEFAULT_CSS = """
    MarkdownPieces {
        height: auto;
        & > Markdown { background: transparent; padding: 0; margin: 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: str | None = None

    async def show(self, text: str) -> None:
        """Build a text, unless it is there already; in between, keys and clicks are answered."""
        if text == self._shown:
            return
        # A text that is left half built is begun again.
        self._shown = None
        await self.remove_children()
        for piece in pieces(clean(text, lines=True)):
            await self.mount(Markdown(piece, parser_factory=_parser, open_links=False))
            await asyncio.sleep(0)
        self._shown = text


def _parser() -> MarkdownIt:
    # The assembled document is plain CommonMark with tables; every star that is meant is escaped in it.
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def pieces(text: str) -> Iterator[str]:
    """Cut a text between its blocks; the pieces together are the text."""
    lines = text.splitlines(keepends=True)
    start = 0
    for token in _parser().parse(text):
        if token.level == 0 and token.map and token.map[1] - start >= _LINES and token.nesting >= 0:
            yield "".join(lines[start : token.map[1]])
            start = token.map[1]
    if start < len(lines):
        yield "".join(lines[start:])
