"""What full time and part time tell of one another, exactly or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tea_assistant.figures.cells import Cell, cell_of, derivation
from tea_assistant.model.catalogue import CellSelector
from tea_assistant.model.figures import FigureRow, FigureSet, PublishedPercent

EMPLOYMENTS = ("", "full", "part", "part_above_half", "part_below_half")
COUNTS = ("total", "women", "men", "diverse")
ALL, FULL, PART, ABOVE, BELOW = EMPLOYMENTS


def row(employment: str, **cells: int | PublishedPercent) -> FigureRow:
    return FigureRow("staff", employment=employment, total=cells.get("total"), women=cells.get("women"),
                     men=cells.get("men"), diverse=cells.get("diverse"))  # fmt: skip


def found(rows: tuple[FigureRow, ...], employment: str, count: str = "total") -> Cell | None:
    return cell_of(CellSelector("staff", employment=employment, count=count), FigureSet("2025", rows=rows))


@pytest.mark.parametrize(
    ("rows", "employment", "count", "number"),
    [
        ((row(ABOVE, total=7), row(BELOW, total=5)), PART, "total", 12),
        ((row(ALL, total=20), row(PART, total=12)), FULL, "total", 8),
        ((row(FULL, total=8), row(PART, total=12)), ALL, "total", 20),
        ((row(ALL, total=20), row(FULL, total=8), row(BELOW, total=5)), ABOVE, "total", 7),
        ((row(ALL, total=20), row(ABOVE, total=7), row(BELOW, total=5)), FULL, "total", 8),
        ((row(ALL, women=81, men=143), row(PART, women=21, men=4)), FULL, "women", 60),
        ((row(ALL, women=81, men=143), row(PART, women=21, men=4)), FULL, "total", 199),
        # A row that is there for the women alone gets its men from the others.
        ((row(ALL, women=10, men=9), row(PART, women=6, men=2), row(FULL, women=4)), FULL, "men", 7),
        ((row(ALL, total=0), row(PART, total=0)), FULL, "total", 0),
        ((row(ALL, total=10**30), row(PART, total=1)), FULL, "total", 10**30 - 1),
    ],
)
def test_one_missing_employment_follows(
    rows: tuple[FigureRow, ...], employment: str, count: str, number: int
) -> None:
    assert found(rows, employment, count) == number


@pytest.mark.parametrize(
    ("rows", "employment"),
    [
        ((row(ALL, total=20),), PART),
        ((row(ABOVE, total=7),), PART),
        ((row(ALL, total=5), row(PART, total=7)), FULL),
        # 12 by its parts, 9 by the whole: nobody knows which.
        ((row(ALL, total=20), row(FULL, total=11), row(ABOVE, total=7), row(BELOW, total=5)), PART),
        ((row(ALL, total=20), row(PART, women=PublishedPercent())), FULL),
        # More women than all.
        ((row(ALL, total=9, women=9, men=0), row(PART, total=5, women=0, men=0)), FULL),
    ],
)
def test_what_is_unclear_stays_open(rows: tuple[FigureRow, ...], employment: str) -> None:
    assert found(rows, employment) is None


def test_rows_of_other_splits_do_not_join_in() -> None:
    rows = (row(ALL, total=20), replace(row(PART, total=12), unit="Feuerwehr [/x]"))
    assert found(rows, FULL) is None


def test_a_published_percentage_is_returned_but_never_used() -> None:
    percent = PublishedPercent()
    rows = (row(ALL, women=5, men=5), row(PART, women=percent))
    assert found(rows, PART, "women") == percent
    assert found(rows, FULL, "women") is None


def test_it_is_said_how_a_count_was_derived() -> None:
    figures = FigureSet("2025", rows=(row(ALL, women=81, men=143), row(PART, total=25, men=4, diverse=0)))
    said = {
        ("women", ALL): "",
        ("total", ALL): "als Summe berechnet",
        ("women", PART): "aus den übrigen der Zeile berechnet",
        ("men", FULL): "aus Vollzeit und Teilzeit berechnet",
        ("men", ABOVE): "",
    }
    for (count, employment), text in said.items():
        assert derivation(CellSelector("staff", employment=employment, count=count), figures) == text


@pytest.mark.parametrize("written", ["30-50", "30 – 50", "30—50"])
def test_dashes_blanks_and_case_do_not_part_a_split(written: str) -> None:
    figures = FigureSet("2025", rows=(FigureRow("staff", age=written, women=3),))
    assert cell_of(CellSelector("staff", age="30–50", count="women"), figures) == 3
    assert cell_of(CellSelector("staff", age="30–55", count="women"), figures) is None
    assert cell_of(CellSelector("staff", count="women"), figures) is None


@st.composite
def _partly_hidden(draw: st.DrawFn) -> tuple[dict[tuple[str, str], int], tuple[FigureRow, ...]]:
    """Draw a whole table, and the same with cells missing; who is diverse is told or there is nobody."""
    sexes = ("women", "men", "diverse") if draw(st.booleans()) else ("women", "men")
    parts = {e: {s: draw(st.integers(0, 50)) for s in sexes} for e in (FULL, ABOVE, BELOW)}
    parts[PART] = {s: parts[ABOVE][s] + parts[BELOW][s] for s in sexes}
    parts[ALL] = {s: parts[FULL][s] + parts[PART][s] for s in sexes}
    truth = {(e, s): number for e, row_ in parts.items() for s, number in row_.items()}
    truth |= {(e, "total"): sum(row_.values()) for e, row_ in parts.items()}
    truth |= {(e, "diverse"): 0 for e in EMPLOYMENTS if "diverse" not in sexes}
    told: dict[str, dict[str, int]] = {e: {} for e in EMPLOYMENTS}
    for (employment, count), number in truth.items():
        always = count == "diverse" and "diverse" in sexes
        if always or (count in (*sexes, "total") and draw(st.booleans())):
            told[employment][count] = number
    return truth, tuple(row(e, **cells) for e, cells in told.items() if cells)


@settings(max_examples=100)
@given(_partly_hidden())
def test_what_is_derived_is_true(
    drawn: tuple[dict[tuple[str, str], int], tuple[FigureRow, ...]],
) -> None:
    truth, rows = drawn
    for employment in EMPLOYMENTS:
        cells = {count: found(rows, employment, count) for count in COUNTS}
        assert all(cell is None or cell == truth[employment, count] for count, cell in cells.items())
        known = [cell for count, cell in cells.items() if count != "total" and isinstance(cell, int)]
        if len(known) == len(COUNTS) - 1 and cells["total"] is not None:
            assert sum(known) == cells["total"]
