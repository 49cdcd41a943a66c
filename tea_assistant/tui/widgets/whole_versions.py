"""Two versions of a file beside each other, line by line."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.model.labels import Labels
from tea_assistant.services.conflicts import Dispute
from tea_assistant.tui.comparison import Line, Stretch, compare
from tea_assistant.tui.file_words import in_german
from tea_assistant.tui.plain import plain


class WholeVersions(Vertical):
    """Shows both versions of a file with what differs in them."""

    def __init__(self, dispute: Dispute, labels: Labels, names: tuple[str, str]) -> None:
        super().__init__(id="whole")
        self._dispute = dispute
        self._labels = labels
        self._names = names

    def compose(self) -> ComposeResult:
        """Put the lines below the names of the two."""
        with Horizontal(classes="conflict--heads"):
            for name in self._names:
                yield Static(plain(name), classes="conflict--head")
        with VerticalScroll(id="versions"):
            mine, theirs = self._dispute.mine, self._dispute.theirs
            if mine is None or theirs is None:
                yield Static(_deletion(self._names, mine_deleted=mine is None), classes="conflict--deleted")
            for stretch in compare(self._shown(mine), self._shown(theirs)):
                yield from self._compose_stretch(stretch)
        yield Static("● unterscheidet sich von der anderen Fassung", classes="conflict--legend")

    def _shown(self, text: str | None) -> str:
        return in_german(text or "", self._dispute.file, self._labels)

    def _compose_stretch(self, stretch: Stretch) -> ComposeResult:
        if stretch.left_out:
            count = "1 gleiche Zeile" if stretch.left_out == 1 else f"{stretch.left_out} gleiche Zeilen"
            yield Static(f"⋯ {count}", classes="conflict--left-out")
        elif not stretch.differs:
            with Horizontal(classes="conflict--pair -equal"):
                yield Static(_lines(stretch.mine, differs=False), classes="conflict--side -mine")
                yield Static(_lines(stretch.theirs, differs=False), classes="conflict--side -theirs")
        else:
            sides = (("mine", stretch.mine), ("theirs", stretch.theirs))
            with Horizontal(classes="conflict--pair -differs"):
                for name, (side, lines) in zip(self._names, sides, strict=True):
                    with Vertical(classes=f"conflict--side -{side}"):
                        yield Static(plain(name), classes="conflict--name")
                        yield Static(_lines(lines, differs=True))


def _deletion(names: tuple[str, str], *, mine_deleted: bool) -> Content:
    gone, other = names if mine_deleted else reversed(names)
    return plain(f"{gone}: Die Datei ist gelöscht. {other}: Sie ist geändert.")


def _lines(lines: tuple[Line, ...], *, differs: bool) -> Content:
    if not lines:
        return Content.styled("  (hier steht nichts)", "$text-muted italic")
    return Content("\n").join(Content.assemble(*_line(line, differs=differs)) for line in lines)


def _line(line: Line, *, differs: bool) -> Iterator[Content]:
    yield Content.styled("● ", "bold $text-warning") if differs else Content("  ")
    for piece in line:
        words = piece.text.lstrip(" ")
        yield plain(piece.text[: len(piece.text) - len(words)])
        yield plain(words, "bold underline" if piece.differs else "")
