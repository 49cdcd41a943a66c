"""The value of an indicator at one reference date."""

from fractions import Fraction

from msgspec import Struct

from tea_assistant.figures.cells import Cell, cell_of
from tea_assistant.figures.rounding import half_up
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.figures import FigureSet, PublishedPercent


class Value(Struct, frozen=True):
    """A count of people, or a share in percent."""

    number: Fraction | None
    """Exact; a share of nothing in nothing has none."""
    digits: int = 0
    """How many decimal places are printed."""
    is_share: bool = False
    published: bool = False
    """Known only as a rounded percentage, so it can't be recomputed."""

    @property
    def printed(self) -> Fraction | None:
        """The number as it is printed, rounded half up."""
        return None if self.number is None else half_up(self.number, self.digits)


def value_of(indicator: Indicator, figures: FigureSet) -> Value | None:
    """Compute an indicator from the figures of one date; None where they do not tell."""
    numerator = cell_of(indicator.numerator, figures)
    if numerator is None:
        return None
    if indicator.denominator is None:
        return Value(Fraction(numerator)) if isinstance(numerator, int) else None
    if isinstance(numerator, PublishedPercent):
        return Value(numerator.percent, numerator.digits, is_share=True, published=True)
    return _share(numerator, cell_of(indicator.denominator, figures), indicator.digits)


def _share(part: int, whole: Cell | None, digits: int) -> Value | None:
    if not isinstance(whole, int):
        return None
    if whole == 0:
        # Nobody out of nobody is no share; somebody out of nobody is a contradiction.
        return Value(None, digits, is_share=True) if part == 0 else None
    return Value(Fraction(100 * part, whole), digits, is_share=True)
