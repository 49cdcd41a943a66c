"""The place in a document that a proposal comes from, with what stands around it."""

from collections.abc import Iterator

from msgspec import Struct
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.model.proposal import Proposal
from tea_assistant.model.source_document import Block, BlockKind
from tea_assistant.services.triage.items import OpenedDocument
from tea_assistant.tui.plain import plain

_AROUND = 3
_BEFORE = 3
"""Lines above the words of the proposal that are in sight with them."""
_LONGEST = 500
"""Characters of a neighbour; what the proposal itself was taken from is shown whole."""
_LONGEST_OWN = 20_000


class Stretch(Struct, frozen=True):
    """One block of the document as the pane shows it."""

    content: Content
    own: bool = False
    """Whether the proposal was taken from it."""


class StretchRow(Static):
    """One block; a bar stands beside what the proposal was taken from."""

    DEFAULT_CSS = """
    StretchRow {
        height: auto;
        margin-bottom: 1;
        padding-left: 2;
        &.-own { border-left: thick $accent; padding-left: 1; }
    }
    """

    def show(self, stretch: Stretch) -> None:
        """Show a block."""
        self.display = True
        self.set_class(stretch.own, "-own")
        self.update(stretch.content)


class SourcePane(VerticalScroll, can_focus=False):
    """Shows some blocks of a document and brings those of the proposal into sight."""

    DEFAULT_CSS = """
    SourcePane { padding: 0 1 0 0; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._rows: list[StretchRow] = []
        self._own: StretchRow | None = None
        """The first row that the proposal was taken from."""

    def show(self, document: OpenedDocument, proposal: Proposal) -> None:
        """Show where a proposal comes from."""
        stretches = list(_stretches(document, proposal))
        new = [StretchRow(markup=False) for _ in stretches[len(self._rows) :]]
        self._rows += new
        if new:
            self.mount(*new)
        for row, stretch in zip(self._rows, stretches, strict=False):
            row.show(stretch)
        for row in self._rows[len(stretches) :]:
            row.display = False
        self._own = next((row for row in self._rows if row.display and row.has_class("-own")), None)
        self.point()

    def point(self) -> None:
        """Bring what the proposal was taken from into sight, with a little of what stands before."""
        # A pane that has just come on screen finds its heights first.
        self.call_after_refresh(self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        if self._own is not None:
            top = self._own.virtual_region.y - _BEFORE
            self.scroll_to(y=max(top, 0), animate=False, immediate=True)


def place_of(proposal: Proposal) -> str:
    """Say on which page or line of its document a proposal stands."""
    origin = proposal.origin
    if origin is None:
        return ""
    if origin.page is not None:
        return f"Seite {origin.page}"
    return f"Zeile {origin.line}" if origin.line is not None else ""


def _stretches(document: OpenedDocument, proposal: Proposal) -> Iterator[Stretch]:
    blocks = document.source.blocks
    own = [at for at in proposal.blocks if at < len(blocks)]
    if not own:
        yield Stretch(_said(proposal.text or proposal.title), own=True)
        return
    first, last = max(own[0] - _AROUND, 0), min(own[-1] + _AROUND, len(blocks) - 1)
    if above := blocks[own[0]].headings:
        yield Stretch(plain("  ›  ".join(above), "$text-accent"))
    for at in range(first, last + 1):
        block = blocks[at]
        is_own = at in own
        if is_own:
            words = _marked(block.text[:_LONGEST_OWN], proposal.text, alone=len(own) == 1)
            yield Stretch(_place(block) + words, own=True)
        elif text := _cut(block.text):
            yield Stretch(_place(block) + plain(text, _style(block), lines=True))


def _said(text: str) -> Content:
    return plain(text[:_LONGEST_OWN], "underline", lines=True)


def _marked(block: str, said: str, *, alone: bool) -> Content:
    """Underline what the proposal says of a block; all of it where its words cannot be told apart."""
    at = block.find(said) if alone and said else -1
    if at < 0:
        return _said(block)
    end = at + len(said)
    return plain(block[:at], lines=True) + _said(said) + plain(block[end:], lines=True)


def _place(block: Block) -> Content:
    where = f"S. {block.page}  " if block.page is not None else f"Z. {block.line}  " if block.line else ""
    sign = "• " if block.kind is BlockKind.BULLET else ""
    number = f"{block.number} " if block.kind is BlockKind.HEADING and block.number else ""
    return plain(where, "$text-muted") + plain(sign + number, _style(block))


def _style(block: Block) -> str:
    return "bold" if block.kind is BlockKind.HEADING else "$text-muted"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
