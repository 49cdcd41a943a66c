"""The comparison of a file that was changed here and elsewhere."""

from collections.abc import Iterator
from enum import StrEnum

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.model.labels import Labels
from tea_assistant.services.workspace import Conflict
from tea_assistant.tui.comparison import Line, Stretch, compare
from tea_assistant.tui.file_words import in_german
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog

_MINE, _THEIRS = "Ihre Fassung", "Fassung von außen"


class Decision(StrEnum):
    """Which version is to stand."""

    MINE = "mine"
    THEIRS = "theirs"


class ConflictScreen(Dialog[Decision]):
    """Shows both versions beside each other; the result is None where the user decides later."""

    CSS_PATH = "conflict.tcss"

    def __init__(self, title: str, conflict: Conflict, labels: Labels) -> None:
        super().__init__()
        self._title = title
        self._conflict = conflict
        self._labels = labels

    def compose(self) -> ComposeResult:
        """Put the two versions above the decision."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(f"Zwei Fassungen: {self._title}")
            box.border_subtitle = "↑ ↓ blättert · Tab zur Auswahl · Esc entscheidet später"
            with Horizontal(classes="conflict--heads"):
                yield Static(_MINE, classes="conflict--head")
                yield Static(_THEIRS, classes="conflict--head")
            with VerticalScroll(id="versions"):
                yield from self._compose_versions()
            yield Static("● unterscheidet sich von der anderen Fassung", classes="conflict--legend")
            with Horizontal(classes="dialog--buttons"):
                yield Button("Ihre Fassung behalten", id=Decision.MINE, compact=True)
                yield Button("Andere übernehmen", id=Decision.THEIRS, compact=True)
                yield Button("Später", id="later", variant="primary", compact=True)

    def _compose_versions(self) -> ComposeResult:
        mine, theirs = self._conflict.mine, self._conflict.theirs
        if mine is None or theirs is None:
            yield Static(_deletion(mine_deleted=mine is None), classes="conflict--deleted")
        for stretch in compare(self._shown(mine), self._shown(theirs)):
            if stretch.left_out:
                count = "1 gleiche Zeile" if stretch.left_out == 1 else f"{stretch.left_out} gleiche Zeilen"
                yield Static(f"⋯ {count}", classes="conflict--left-out")
            elif not stretch.differs:
                with Horizontal(classes="conflict--pair -equal"):
                    yield Static(_lines(stretch.mine, differs=False), classes="conflict--side -mine")
                    yield Static(_lines(stretch.theirs, differs=False), classes="conflict--side -theirs")
            else:
                yield from self._compose_difference(stretch)

    def _shown(self, text: str | None) -> str:
        return in_german(text or "", self._conflict.file, self._labels)

    @staticmethod
    def _compose_difference(stretch: Stretch) -> ComposeResult:
        with Horizontal(classes="conflict--pair -differs"):
            for side, name, lines in (("mine", _MINE, stretch.mine), ("theirs", _THEIRS, stretch.theirs)):
                with Vertical(classes=f"conflict--side -{side}"):
                    yield Static(name, classes="conflict--name")
                    yield Static(_lines(lines, differs=True))

    def on_mount(self) -> None:
        """Begin in the text: nothing is decided by a stray key."""
        self.query_one("#versions").focus()

    @on(Button.Pressed)
    def _decide(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None if event.button.id == "later" else Decision(str(event.button.id)))


def _deletion(*, mine_deleted: bool) -> str:
    if mine_deleted:
        return "Sie haben diese Datei gelöscht; außerhalb wurde sie geändert."
    return "Die Datei wurde außerhalb gelöscht; Sie haben sie geändert."


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
