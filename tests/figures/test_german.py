"""Figures of Herne as German texts print them."""

from fractions import Fraction

import pytest

from tea_assistant.figures.forms import figure_text
from tea_assistant.figures.german import delta_text, number_text, plain_number_text, value_text
from tea_assistant.figures.trend import delta, history
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue, CellSelector, Indicator
from tea_assistant.model.cycle import Cycle, Round
from tea_assistant.model.dossier import Dossier, Organisation
from tea_assistant.model.figures import FigureRow, FigureSet, PublishedPercent
from tea_assistant.model.labels import Labels

LEADERSHIP = "leadership.women.share"


def percent(number: str | None, digits: int = 0, *, published: bool = False) -> Value:
    exact = None if number is None else Fraction(number)
    return Value(exact, digits, is_share=True, published=published)


def application(cycle: str = "2025") -> Application:
    published = PublishedPercent(Fraction(43))
    figures = {
        "2018": FigureSet(
            "2018",
            rows=(FigureRow("staff", total=2984), FigureRow("leadership", women=67, men=130)),
        ),
        "2021": FigureSet(
            "2021",
            rows=(
                FigureRow("staff", total=3113),
                FigureRow("leadership", women=81, men=143),
                FigureRow("leadership", employment="part", women=0, men=0),
            ),
        ),
        "2024": FigureSet(
            "2024", rows=(FigureRow("staff", total=3345), FigureRow("leadership", women=published))
        ),
    }
    rounds = {
        year: Round(Cycle(year, figures=of, renews=renews))
        for year, of, renews in (("2019", "2018", ""), ("2022", "2021", "2019"), ("2025", "2024", "2022"))
    }
    indicators = {
        "staff.total": Indicator("staff.total", numerator=CellSelector("staff", count="total")),
        LEADERSHIP: Indicator(
            LEADERSHIP,
            numerator=CellSelector("leadership", count="women"),
            denominator=CellSelector("leadership", count="total"),
        ),
        "part": Indicator(
            "part",
            numerator=CellSelector("leadership", employment="part", count="women"),
            denominator=CellSelector("leadership", employment="part", count="total"),
        ),
    }
    dossier = Dossier(Organisation(name="Stadt Herne"), figures=figures, rounds=rounds)
    return Application(dossier, rounds[cycle], Catalogue("c", indicators=indicators), Labels())


@pytest.mark.parametrize(
    ("indicator", "form", "printed"),
    [
        (LEADERSHIP, "", "43 %"),
        (LEADERSHIP, "trend", "43 % (2022: 36 %)"),
        (LEADERSHIP, "history", "43 % (2022: 36 %, 2019: 34 %)"),
        (LEADERSHIP, "rounds", "34 % (2019) → 36 % (2022) → 43 % (2025)"),
        (LEADERSHIP, "delta", "+7 Prozentpunkte"),
        ("staff.total", "", "3.345"),
        ("staff.total", "trend", "3.345 (2022: 3.113)"),
        ("staff.total", "delta", "+232"),
    ],
)
def test_a_figure_in_each_form(indicator: str, form: str, printed: str) -> None:
    text = figure_text(application(), indicator, form)
    assert text is not None
    assert text.replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("cycle", "indicator", "form"),
    [
        ("2025", "unknown", ""),
        ("2025", LEADERSHIP, "quatsch"),
        ("2025", "part", "trend"),
        ("2022", "part", "delta"),
        ("2019", LEADERSHIP, "delta"),
    ],
)
def test_nothing_to_print(cycle: str, indicator: str, form: str) -> None:
    assert figure_text(application(cycle), indicator, form) is None


def test_what_has_no_earlier_value_prints_alone() -> None:
    assert figure_text(application("2019"), LEADERSHIP, "trend") == "34\u00a0%"
    assert figure_text(application("2022"), "part", "history") == "–"
    assert figure_text(application("2019"), "staff.total", "rounds") == "2.984"


def test_history_leaves_out_what_was_not_counted() -> None:
    assert [cycle for cycle, _ in history(application(), "part")] == ["2022"]
    assert history(application(), "unknown") == ()


def test_no_line_ends_inside_a_share() -> None:
    assert value_text(percent("59.5", 1)) == "59,5\u00a0%"
    assert value_text(percent("59.49")) == "59\u00a0%"


@pytest.mark.parametrize(
    ("new", "old", "printed"),
    [
        (percent("43", published=True), percent("36.16"), "+7 Prozentpunkte"),
        (percent("36.16"), percent("34.01"), "+2 Prozentpunkte"),
        (percent("35.6"), percent("34.4"), "+1 Prozentpunkt"),
        (percent("30"), percent("31"), "−1 Prozentpunkt"),
        (percent("59.5", 1), percent("61.0", 1), "−1,5 Prozentpunkte"),
        (percent("59.4"), percent("59.2"), "±0 Prozentpunkte"),
        (percent("59.2"), percent("59.4"), "±0 Prozentpunkte"),
        (percent("59.5", 1, published=True), percent("36.16"), "+23,5 Prozentpunkte"),
        (Value(Fraction(3345)), Value(Fraction(3113)), "+232"),
        (Value(Fraction(1000)), Value(Fraction(2500)), "−1.500"),
        (Value(Fraction(7)), Value(Fraction(7)), "±0"),
    ],
)
def test_differences(new: Value, old: Value, printed: str) -> None:
    difference = delta(new, old)
    assert difference is not None
    assert delta_text(difference).replace("\u00a0", " ") == printed


def test_values_of_different_kinds_have_no_difference() -> None:
    assert delta(percent("5"), Value(Fraction(5))) is None
    assert delta(percent("5"), percent(None)) is None


def test_numbers_with_the_places_they_need() -> None:
    numbers = [Fraction(12), Fraction("1234567.5"), Fraction("0.25"), Fraction(1, 3), Fraction("-3.1")]
    assert [plain_number_text(n) for n in numbers] == ["12", "1.234.567,5", "0,25", "0,3333", "−3,1"]
    assert [number_text(Fraction("1234.5"), places) for places in range(3)] == [
        "1.235",
        "1.234,5",
        "1.234,50",
    ]
    assert number_text(Fraction("-0.2")) == "0"


def test_a_huge_number_is_printed_to_its_last_digit() -> None:
    assert number_text(Fraction(10**30)) == "1" + ".000" * 10
    assert number_text(Fraction(10**30) + Fraction(1, 8), 2) == "1" + ".000" * 10 + ",13"
    assert number_text(Fraction(10**400)).count(".") == 133
