"""„rund“, „fast“ and „mehr als“ hold as far as they are meant, and in their direction."""

from fractions import Fraction

import pytest

from tea_assistant.checks.closeness import about, fits
from tea_assistant.checks.overlaps import may_overlap
from tea_assistant.figures.values import Value

LEADERS = Value(Fraction(10500, 260), is_share=True)  # 40,38 %
STAFF = Value(Fraction(3345))
PUBLISHED = Value(Fraction(43), is_share=True, published=True)


@pytest.mark.parametrize(
    "said, value, right",
    [
        ("40", LEADERS, True),
        ("40,4", LEADERS, True),
        ("40,38", LEADERS, True),
        ("40,5", LEADERS, False),
        ("39", LEADERS, False),
        ("rund 39", LEADERS, False),
        ("rund 41", LEADERS, True),
        ("rund 40", LEADERS, True),
        ("rund 45", LEADERS, False),
        ("knapp 40", LEADERS, False),
        ("knapp 41", LEADERS, True),
        ("fast 15", Value(Fraction("14.6"), is_share=True), True),
        ("fast 20", Value(Fraction("14.6"), is_share=True), False),
        ("gut 40", LEADERS, True),
        ("mehr als 40", LEADERS, True),
        ("über 41", LEADERS, False),
        ("weniger als 41", LEADERS, True),
        ("unter 40", LEADERS, False),
        ("mindestens 50", LEADERS, True),
        ("43,2", PUBLISHED, True),
        ("43,7", PUBLISHED, False),
        ("knapp 43", PUBLISHED, True),
        ("rund 3300", STAFF, True),
        ("rund 3500", STAFF, False),
        ("etwa 3000", STAFF, True),
        ("fast 3400", STAFF, True),
        ("fast 3300", STAFF, False),
        ("mehr als 3000", STAFF, True),
        ("0", Value(None, is_share=True), False),
    ],
)
def test_a_number_fits_as_exactly_as_it_claims(said: str, value: Value, right: bool) -> None:
    *words, number = said.split()
    digits = len(number.partition(",")[2])
    assert fits(Fraction(number.replace(",", ".")), digits, value, about(words)) is right


@pytest.mark.parametrize(
    "labels, overlap",
    [
        (["unter 30", "30–50", "über 50"], False),
        (["bis 29", "30-39", "40 bis 49", "50+"], False),
        (["30–40", "40–50"], False),
        (["ab 40", "über 50"], True),
        (["30–50", "45–60"], True),
        (["LG 2", "LG 2.1"], True),
        (["LG 1.2", "LG 2.1"], False),
        (["EG 1", "EG 10"], False),
        (["Beamt*innen", "Tarifbeschäftigte"], False),
        (["Kita", " kita "], True),
    ],
)
def test_parts_overlap_where_they_may_count_somebody_twice(labels: list[str], overlap: bool) -> None:
    assert may_overlap(labels) is overlap
    assert may_overlap(labels[::-1]) is overlap
