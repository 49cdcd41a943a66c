"""What a renewal makes, what it leaves to people, and what stays behind: topic by topic."""

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.widgets import Static

from tea_assistant.renewal.notes import Note, Topic
from tea_assistant.services.renew import Preview
from tea_assistant.tui.plain import plain

_LONGEST = 600
"""So many characters of a text that stays behind are shown; it stands in the old round."""


class RenewalNotes(Static):
    """Lists the notes of a preview under their headings."""

    DEFAULT_CSS = """
    RenewalNotes { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._found: Preview | None = None

    def show(self, found: Preview | None) -> None:
        """Show what a preview says, or nothing."""
        self._found = found
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        del event
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if width:
            self.update(Content("\n").join(self._lines(width)) if self._found else Content())

    def _lines(self, width: int) -> Iterator[Content]:
        assert self._found is not None
        if self._found.is_done:
            yield plain(f"✓ Die Bewerbungsrunde {self._found.plan.new} ist angelegt.", "bold $text-success")
            yield plain("  In der Wiedervorlage geht es Punkt für Punkt weiter.")
            yield Content()
        for topic in Topic:
            # What can be chosen here stands in a list of its own.
            notes = [note for note in self._found.notes if note.topic is topic]
            if not notes or (topic is Topic.TO_DECIDE and not self._found.begun):
                continue
            yield plain(topic.value, "bold $text-primary")
            for note in notes:
                yield from _note(note, width)
            yield Content()


def _note(note: Note, width: int) -> Iterator[Content]:
    yield from _hanging(plain(" ".join(note.text.split())), "- ", width)
    if note.about:
        text = " ".join(note.about.split())
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        yield from _hanging(plain(shown, "$text-muted"), "    ", width)


def _hanging(content: Content, sign: str, width: int) -> Iterator[Content]:
    for line in content.wrap(max(width - len(sign), 20)):
        yield plain(sign) + line
        sign = " " * len(sign)
