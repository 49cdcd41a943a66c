"""What stands on the screen of a review, in pieces that one can point at."""

from msgspec import Struct
from textual.content import Content


class Spot(Struct, frozen=True):
    """Something that can be pointed at: a sentence, a measure, a figure, a comment."""

    key: str
    """Tells it from all others on the screen."""
    item: str
    """Key of the item that a comment on it belongs to."""
    label: str = ""
    """German: what it is."""
    quote: str = ""
    """The words as they stand in the dossier; empty where the item as a whole is meant."""
    thread: str = ""
    """The comment that it is, if it is one."""


class Stretch(Struct, frozen=True):
    """A text that stands in a row with others, and what it is."""

    text: Content
    spot: Spot | None = None


class Block(Struct, frozen=True):
    """Stretches that flow as one paragraph."""

    stretches: tuple[Stretch, ...]
    apart: bool = True
    """Whether a blank line stands above."""

    @property
    def spots(self) -> tuple[str, ...]:
        """The keys of what can be pointed at."""
        return tuple(stretch.spot.key for stretch in self.stretches if stretch.spot)


def block(text: Content, spot: Spot | None = None, *, apart: bool = True) -> Block:
    """Return a paragraph of one stretch."""
    return Block((Stretch(text, spot),), apart)
