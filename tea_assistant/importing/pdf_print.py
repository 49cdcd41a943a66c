"""What is printed on a page: words with their boxes, and the rules that tables are drawn with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
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


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap."""

    text: str
    box: Box
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, upright or level."""

    upright: bool
    at: float
    """Its x where it is upright, otherwise its y."""
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page of a PDF file."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
