"""What changed since somebody looked: old beside new, word by word, piece by piece."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.prose.difference import word_differences
from tea_assistant.review.standing import PieceChange
from tea_assistant.tui.plain import plain

_MOST = 30
"""So many pieces are shown; behind one item there are seldom more."""
_LONGEST = 400
"""Characters of a stretch that both versions share; of a longer one the middle is left out."""
_ENDS = 150
LEGEND = "−so− ist weggefallen, +so+ ist dazugekommen"


class DifferenceRow(Container):
    """One piece, as it was and as it is."""

    def __init__(self, change: PieceChange) -> None:
        super().__init__()
        self._change = change

    def compose(self) -> ComposeResult:
        """Put the old beside the new."""
        old, new = self._change.old, self._change.new
        lost = plain("(Der Wortlaut von damals ist nicht mehr lesbar.)", "$text-muted italic")
        before, now = (lost, plain(new, lines=True)) if old is None else _sides(old, new)
        yield Static(plain("Damals  ", "bold $text-error") + before, classes="difference--old", markup=False)
        yield Static(plain("Jetzt  ", "bold $text-success") + now, classes="difference--new", markup=False)


class DifferenceRows(VerticalScroll, can_focus=False):
    """Shows all that changed, under a heading that says since when."""

    DEFAULT_CSS = """
    DifferenceRows {
        padding: 0 1;
        & > Static { height: auto; }
        & > .difference--title { margin-top: 1; }
        & DifferenceRow { height: auto; layout: horizontal; }
        & DifferenceRow > Static { height: auto; width: 1fr; }
        & .difference--old { padding-right: 1; }
        & .difference--new { padding-left: 1; border-left: vkey $panel; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._shown: tuple[str, tuple[PieceChange, ...]] = ("", ())

    async def show(self, heading: str, changes: Sequence[PieceChange]) -> None:
        """Show what changed; without changes nothing is there."""
        wanted = heading, tuple(changes)
        self.display = bool(changes)
        if wanted == self._shown:
            return
        self._shown = wanted
        await self.remove_children()
        if changes:
            await self.mount_all(self._rows(heading, changes))
            self.scroll_home(animate=False)

    def _rows(self, heading: str, changes: Sequence[PieceChange]) -> Iterator[Static | DifferenceRow]:
        yield Static(plain(f"◐ {heading}  ", "bold $text-warning") + plain(LEGEND, "$text-muted"))
        for change in changes[:_MOST]:
            what = "" if change.old != "" else "  ist dazugekommen"
            what = "  ist weggefallen" if not change.new else what
            title = plain(change.title, "bold") + plain(what, "$text-muted")
            yield Static(title, classes="difference--title")
            yield DifferenceRow(change)
        if len(changes) > _MOST:
            yield Static(plain(f"… und {len(changes) - _MOST} weitere Änderungen", "$text-muted"))


def _sides(old: str, new: str) -> tuple[Content, Content]:
    pieces = word_differences(old, new)
    before = [p for p in pieces if p.kind != "added"]
    now = [p for p in pieces if p.kind != "removed"]
    nothing = plain("(nichts)", "$text-muted italic")
    return (
        Content.assemble(*(_drawn(p.text, p.kind) for p in before)) if before else nothing,
        Content.assemble(*(_drawn(p.text, p.kind) for p in now)) if now else nothing,
    )


def _drawn(text: str, kind: str) -> Content:
    if kind == "same":
        return plain(text if len(text) <= _LONGEST else f"{text[:_ENDS]} ⋯ {text[-_ENDS:]}", lines=True)
    words = text.rstrip()
    sign, style = ("−", "$text-error strike") if kind == "removed" else ("+", "$text-success underline")
    # What stands behind the last word belongs to the text, not to the mark.
    return plain(f"{sign}{words}{sign}", style, lines=True) + plain(text[len(words) :], lines=True)
