"""One side of a comparison: what is known, group by group, with what deserves attention marked."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from textual import events
from textual.content import Content
from textual.widgets import Static

from tea_assistant.services.inbox.fact import Fact
from tea_assistant.tui.plain import clean, plain

Spans = Callable[[str], Sequence[tuple[int, int]]]
"""Returns where in a text words begin and end that are to be marked."""
_INDENT = 2
_HIGH = 30
"""Lines of a screen from which on there is room for air."""
_LONGEST = 20_000
"""Characters of a text that are shown."""


class FactPane(Static):
    """Shows facts as lines with a sign; never by colour alone."""

    DEFAULT_CSS = """
    FactPane { height: auto; }
    """

    def __init__(self, heading: str, empty: str, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, markup=False)
        self._heading = heading
        self._empty = empty
        self._facts: tuple[Fact, ...] = ()
        self._spans: Spans = _none
        self._width = 0

    def show(self, heading: str, facts: Sequence[Fact], spans: Spans | None = None) -> None:
        """Show these facts; the words that `spans` finds in prose are marked."""
        self._heading, self._facts, self._spans = heading, tuple(facts), spans or _none
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        del event
        if self.content_size.width != self._width:
            self._width = self.content_size.width
            self._draw()

    def _draw(self) -> None:
        if self._width:
            self.update(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        yield plain(self._heading, "bold $text-primary")
        if not self._facts:
            yield plain(f"  {self._empty}", "$text-muted")
        for label, group in groupby(self._facts, key=lambda fact: fact.label):
            # Where there is little room, lines matter more than air.
            yield from [Content()] if self.app.size.height >= _HIGH else []
            for at, fact in enumerate(group):
                yield from self._fact(fact, label if at == 0 else "")

    def _fact(self, fact: Fact, label: str) -> Iterator[Content]:
        sign = plain("! ", "bold $text-warning") if fact.notable else Content(" " * _INDENT)
        named = plain(f"{label}: " if label else "", "$text-muted")
        if fact.prose:
            yield Content(" " * _INDENT) + named
            named = Content()
        for line in self._wrapped(fact, named):
            yield sign + line
            sign = Content(" " * _INDENT)

    def _wrapped(self, fact: Fact, named: Content) -> list[Content]:
        room = max(self._width - _INDENT, 10)
        if not fact.prose:
            return (named + plain(" ".join(fact.text.split()))).wrap(room)
        # Marks are looked for in the text as it is shown, or they would slip.
        text = clean(fact.text[:_LONGEST], lines=True)
        content = Content(text)
        for start, end in self._spans(text):
            content = content.stylize("bold underline $text-warning", start, end)
        return content.wrap(room)


def _none(_text: str) -> Sequence[tuple[int, int]]:
    return ()
