import pytest

from tea_assistant.services.forms.values import (
    cell_of,
    cell_text,
    date_of,
    date_text,
    number_of,
    number_text,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3345", 3345),
        ("3.345", 3345),
        ("1.234.567", 1234567),
        ("12,5", 12.5),
        ("1.234,5", 1234.5),
        (" 3 345 ", 3345),
        ("-4", -4),
        ("ca. 12", "ca. 12"),
        ("12.5", "12.5"),
        ("1,2,3", "1,2,3"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_numbers_are_read_the_german_way(typed: str, meant: object) -> None:
    assert number_of(typed) == meant
    assert type(number_of(typed)) is type(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11.2.2025", "2025-02-11"),
        ("11.02.2025", "2025-02-11"),
        ("2025-02-11", "2025-02-11"),
        ("2/2017", "2017-02"),
        ("02.2017", "2017-02"),
        ("2017", 2017),
        ("31.02.2025", "31.02.2025"),
        ("Frühjahr 2017", "Frühjahr 2017"),
    ],
)
def test_dates_are_read_the_german_way(typed: str, meant: object) -> None:
    assert date_of(typed) == meant


def test_a_year_stays_text_where_only_a_day_is_allowed() -> None:
    assert date_of("2017", year_as_number=False) == "2017"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("2025-02-11", "11.02.2025"), ("2017-04", "04/2017"), (2017, "2017"), ("bald", "bald"), (None, "")],
)
def test_dates_are_shown_the_german_way_and_read_back(stored: object, shown: str) -> None:
    assert date_text(stored) == shown
    assert date_of(shown) == (stored or "")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1.990", 1990),
        ("43 %", {"percent": 43, "digits": 0, "published": True}),
        ("43,5%", {"percent": 43.5, "digits": 1, "published": True}),
        ("viele", "viele"),
    ],
)
def test_a_cell_takes_a_count_or_a_published_percentage(typed: str, stored: object) -> None:
    assert cell_of(typed) == stored


@pytest.mark.parametrize("stored", [{"percent": 43, "digits": 0, "published": True}, 1990, "viele"])
def test_a_cell_is_shown_as_it_is_typed(stored: object) -> None:
    assert cell_of(cell_text(stored)) == stored


def test_numbers_are_shown_with_a_comma() -> None:
    assert number_text(59.5) == "59,5"
    assert number_text(0.00001) == "0,00001"
