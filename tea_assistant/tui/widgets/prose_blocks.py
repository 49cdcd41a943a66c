"""Drawn Markdown of which only those blocks are made anew that have changed."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import chain

from markdown_it import MarkdownIt
from textual.widgets import Markdown
from textual.widgets._markdown import MarkdownParagraph
from textual.widgets.markdown import MarkdownBlock

_Blocks = list[MarkdownBlock]


class ProseBlocks(Markdown):
    """A text of pieces; to show it again costs as much as the pieces that are others now."""

    def __init__(self, parser_factory: Callable[[], MarkdownIt]) -> None:
        super().__init__(parser_factory=parser_factory, open_links=False)
        self._parser = parser_factory()
        self._shown: tuple[str, ...] | None = ()
        """The pieces that are drawn; None while they change."""
        self._blocks_of: list[_Blocks] = []
        """What each piece is drawn by."""

    async def show(self, pieces: Sequence[str]) -> None:
        """Draw these pieces, each of them Markdown of its own."""
        async with self.lock:
            if self._shown is None:
                # What was left half done is begun again.
                await self.remove_children()
                self._shown, self._blocks_of = (), []
            wanted = tuple(pieces)
            before, self._shown = self._shown, None
            changes = SequenceMatcher(None, before, wanted, autojunk=False).get_opcodes()
            # From the end on, so that the numbers of those before stay true.
            for what, start, end, new_start, new_end in reversed(changes):
                if what != "equal":
                    await self._replace(start, end, wanted[new_start:new_end])
            self._shown = wanted

    async def _replace(self, start: int, end: int, pieces: Sequence[str]) -> None:
        old, new = self._blocks_of[start:end], [self._made(piece) for piece in pieces]
        if len(old) == len(new) and all(map(_are_paragraphs, old, new)):
            for (paragraph,), (other,) in zip(old, new, strict=True):
                _take_over(paragraph, other)
            return
        self._blocks_of[start:end] = new
        after = next(chain.from_iterable(self._blocks_of[start + len(new) :]), None)
        with self.app.batch_update():
            await self.remove_children(list(chain.from_iterable(old)))
            await self.mount_all(chain.from_iterable(new), before=after)

    def _made(self, piece: str) -> _Blocks:
        return list(self._parse_markdown(self._parser.parse(piece)))


def _are_paragraphs(*pieces: _Blocks) -> bool:
    return all(len(piece) == 1 and isinstance(piece[0], MarkdownParagraph) for piece in pieces)


def _take_over(paragraph: MarkdownBlock, other: MarkdownBlock) -> None:
    """Let a paragraph say what another one says."""
    size, content = paragraph.content_size, other._content  # noqa: SLF001 (there is no public way to it)
    paragraph._content = content  # noqa: SLF001 (as Textual does it)
    # A letter more seldom makes a line more, and only then the others move.
    moves = not size.width or content.get_height(paragraph.styles.get_rules(), size.width) != size.height
    paragraph.update(content, layout=moves)
