"""Values come from the cells that an indicator names, exactly or not at all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.catalogue import CellSelector, Indicator
from tea_assistant.model.figures import FigureRow, FigureSet, PublishedPercent

PUBLISHED = PublishedPercent(Fraction(43))
COUNTS = st.integers(min_value=0, max_value=10_000)


def count(column: str, **splits: str) -> Indicator:
    return Indicator("i", numerator=CellSelector("staff", count=column, **splits))


def share(column: str, *, digits: int = 0, of: str = "total") -> Indicator:
    cells = CellSelector("staff", count=column), CellSelector("staff", count=of)
    return Indicator("i", numerator=cells[0], denominator=cells[1], digits=digits)


def figures(*rows: FigureRow) -> FigureSet:
    return FigureSet("2024-12-31", rows=rows)


@pytest.mark.parametrize(
    ("indicator", "row", "number"),
    [
        (count("women"), FigureRow("staff", total=3345, women=1990), 1990),
        (count("total"), FigureRow("staff", women=81, men=143), 224),
        (count("total"), FigureRow("staff", women=81, men=143, diverse=1), 225),
        (count("men"), FigureRow("staff", total=10, women=4, diverse=1), 5),
        (count("women"), FigureRow("staff", total=10, men=4, diverse=0), 6),
        (count("diverse"), FigureRow("staff", total=10, women=4, men=5), 1),
        (share("women"), FigureRow("staff", women=81, men=143), Fraction(8100, 224)),
    ],
)
def test_one_missing_cell_is_derived(indicator: Indicator, row: FigureRow, number: Fraction) -> None:
    value = value_of(indicator, figures(row))
    assert value is not None
    assert value.number == number


@pytest.mark.parametrize(
    ("indicator", "row"),
    [
        (count("men"), FigureRow("staff", total=3345, women=1990)),
        (count("total"), FigureRow("staff", women=81)),
        (count("total"), FigureRow("staff", women=PUBLISHED, men=3)),
        (count("men"), FigureRow("staff", total=10, women=PUBLISHED, diverse=0)),
        (count("men"), FigureRow("staff", total=10, women=11, diverse=0)),
        (count("women"), FigureRow("staff", women=PUBLISHED)),
        (count("nobody"), FigureRow("staff", women=3)),
        (share("women"), FigureRow("staff", women=3)),
        (share("women", of="men"), FigureRow("staff", women=3, men=PUBLISHED)),
        (share("women"), FigureRow("staff", women=3, total=0)),
        (count("women"), FigureRow("leadership", women=3)),
    ],
)
def test_nothing_is_made_up(indicator: Indicator, row: FigureRow) -> None:
    assert value_of(indicator, figures(row)) is None


def test_a_row_matches_with_all_its_splits() -> None:
    rows = figures(
        FigureRow("staff", unit="Feuerwehr", women=1),
        FigureRow("staff", status="Beamt*innen", women=2),
        FigureRow("staff", employment="part", women=3),
        FigureRow("staff", age="30–50", women=4),
        FigureRow("staff", women=5),
    )
    by_split = [count("women"), count("women", employment="part"), count("women", age="30–50")]
    assert [value_of(indicator, rows) for indicator in by_split] == [
        Value(Fraction(5)),
        Value(Fraction(3)),
        Value(Fraction(4)),
    ]
    assert value_of(count("women", level="Dezernat"), rows) is None


def test_a_published_percentage_keeps_its_own_precision() -> None:
    row = FigureRow("staff", women=PublishedPercent(Fraction("43.5"), digits=1))
    assert value_of(share("women"), figures(row)) == Value(
        Fraction("43.5"), digits=1, is_share=True, published=True
    )


def test_nobody_out_of_nobody_is_no_share() -> None:
    row = FigureRow("staff", women=0, men=0)
    assert value_of(share("women"), figures(row)) == Value(None, is_share=True)


@given(women=COUNTS, men=COUNTS, diverse=COUNTS)
def test_whatever_single_count_is_missing_comes_back(women: int, men: int, diverse: int) -> None:
    row = FigureRow("staff", total=women + men + diverse, women=women, men=men, diverse=diverse)
    for missing, known in {
        "total": replace(row, total=None),
        "women": replace(row, women=None),
        "men": replace(row, men=None),
        "diverse": replace(row, diverse=None),
    }.items():
        assert value_of(count(missing), figures(known)) == value_of(count(missing), figures(row))


@given(women=COUNTS, men=COUNTS, digits=st.integers(min_value=0, max_value=4))
def test_shares_of_women_and_men_make_a_whole(women: int, men: int, digits: int) -> None:
    row = FigureRow("staff", women=women, men=men)
    values = [value_of(share(column, digits=digits), figures(row)) for column in ("women", "men")]
    numbers = [value.number for value in values if value and value.number is not None]
    assert sum(numbers) == (100 if women + men else 0)
