"""What is printed on a page: words with their boxes, and the rules that tables are drawn with."""

from msgspec import Struct


class Box(Struct, frozen=True):
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Word(Struct, frozen=True):
    """Letters without a gap."""

    text: str
    box: Box
    size: float
    bold: bool


class Rule(Struct, frozen=True):
    """A straight line, upright or level."""

    upright: bool
    at: float
    """Its x where it is upright, otherwise its y."""
    begin: float
    end: float


class PrintedPage(Struct, frozen=True):
    """One page of a PDF file."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
