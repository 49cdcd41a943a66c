"""Rounding as people do it: half up, away from zero, on exact numbers."""

from fractions import Fraction


def half_up(number: Fraction, digits: int = 0) -> Fraction:
    """Round to a number of decimal places; a half goes away from zero."""
    scale = 10**digits
    # In whole numbers throughout: a float would round 0.285 the wrong way.
    numerator, denominator = abs(number * scale).as_integer_ratio()
    rounded = (2 * numerator + denominator) // (2 * denominator)
    return Fraction(rounded if number >= 0 else -rounded, scale)
