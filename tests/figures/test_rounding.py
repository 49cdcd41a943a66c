from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.figures.rounding import half_up

DIGITS = st.integers(min_value=0, max_value=6)


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [
        ("59.5", 0, "60"),
        ("58.5", 0, "59"),
        ("-0.5", 0, "-1"),
        ("0.285", 2, "0.29"),
        ("36.1607", 0, "36"),
        ("59.4999", 1, "59.5"),
        ("0", 2, "0"),
    ],
)
def test_a_half_goes_away_from_zero(number: str, digits: int, rounded: str) -> None:
    assert half_up(Fraction(number), digits) == Fraction(rounded)


@given(st.fractions(), DIGITS)
def test_rounding_moves_by_half_a_step_at_most(number: Fraction, digits: int) -> None:
    rounded = half_up(number, digits)
    assert abs(rounded - number) <= Fraction(1, 2 * 10**digits)
    assert (rounded * 10**digits).denominator == 1
    assert half_up(rounded, digits) == rounded
    assert half_up(-number, digits) == -rounded
