"""The versions of one place of a file that two people changed, one below the other, to choose from."""

from collections.abc import Iterator
from enum import StrEnum

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tea_assistant.prose.difference import word_differences
from tea_assistant.services.conflicts import Disputed
from tea_assistant.tui.plain import plain

_LONGEST = 600
"""Characters of a stretch that all versions share; of a longer one the middle is left out."""
_ENDS = 200
"""Characters that are shown of each end of it."""


class Choice(StrEnum):
    """Which version of a place is to stand."""

    MINE = "mine"
    THEIRS = "theirs"
    PROPOSAL = "proposal"
    OWN = "own"


class VersionCard(Vertical):
    """One version, with a mark where it is the chosen one; a click chooses it."""

    DEFAULT_CSS = """
    VersionCard {
        height: auto;
        padding: 0 1;
        margin-bottom: 1;
        border-left: outer $panel;
        &:hover { background: $surface; }
        &.-chosen { border-left: outer $primary; background: $surface; }
        & > .version-card--name { color: $text-primary; text-style: bold; height: 1; }
        & > .version-card--text { padding-left: 4; height: auto; }
    }
    """

    class Chosen(Message):
        """Somebody clicked a version."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, choice: Choice, number: int, name: str, text: Content | None, *, chosen: bool) -> None:
        super().__init__(id=f"version-{choice}", classes="-chosen" if chosen else "")
        self._choice = choice
        self._heading = f"{'●' if chosen else '○'} {number} {name}"
        self._text = text

    def compose(self) -> ComposeResult:
        """Put the text below the name."""
        yield Static(plain(self._heading), classes="version-card--name")
        if self._text is not None:
            yield Static(self._text, classes="version-card--text")

    def on_click(self, event: events.Click) -> None:
        """Choose this version."""
        event.stop()
        self.post_message(self.Chosen(self._choice))


def cards(
    field: Disputed, names: tuple[str, str], chosen: Choice | None, own: str | None
) -> Iterator[VersionCard]:
    """Yield the versions of a place; `own` is what was written by hand, if anything was."""
    shown: list[tuple[Choice, str, Content | None]] = [
        (Choice.MINE, names[0], _marked(field.mine, field.theirs)),
        (Choice.THEIRS, names[1], _marked(field.theirs, field.mine)),
    ]
    if field.proposal is not None:
        shown.append(
            (
                Choice.PROPOSAL,
                "Vorschlag: Ihre Fassung mit dem Unterstrichenen",
                _marked(field.proposal, field.mine),
            )
        )
    if field.is_prose:
        text = None if own is None else plain(own.rstrip(), lines=True)
        shown.append((Choice.OWN, "Selbst schreiben", text))
    for number, (choice, name, content) in enumerate(shown, 1):
        yield VersionCard(choice, number, name, content, chosen=choice is chosen)


def _marked(text: str | None, other: str | None) -> Content:
    """Show a text with the words underlined that the other version does not have."""
    if text is None:
        return Content.styled("(hier steht nichts)", "$text-muted italic")
    pieces = [piece for piece in word_differences(other or "", text.rstrip()) if piece.kind != "removed"]
    if other is None:
        return plain(_shortened(text.rstrip()), lines=True)
    return Content.assemble(
        *(
            plain(piece.text, "bold underline", lines=True)
            if piece.kind == "added"
            else plain(_shortened(piece.text), lines=True)
            for piece in pieces
        )
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_ENDS]} ⋯ {text[-_ENDS:]}"
