"""Dates are as exact as they are written, and nothing that is no date becomes one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.model.dates import Span, day_of, is_before, months_before, newest, span_of

DAY = date(2022, 4, 30)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-04", "2017-04-01", "2017-04-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2017-04-01", "2017-04-01", "2017-04-01"),
    ],
)
def test_a_date_is_all_the_days_that_it_may_mean(text: str, first: str, last: str) -> None:
    assert span_of(text) == Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    ["", "-", "seit 2017", "2017-13", "2017-00", "2025-02-31", "2017-04-01-02", "17", "0001", "9999", "²017"],
)
def test_what_is_no_date_means_no_day(text: str) -> None:
    assert span_of(text) is None
    assert day_of(text) is None
    assert not is_before(text, DAY)
    assert newest([text]) == ""


@given(st.text() | st.text("0123456789-", max_size=12))
def test_any_text_is_read_without_harm(text: str) -> None:
    span = span_of(text)
    assert span is None or span.first <= span.last


def test_only_a_full_date_is_a_day() -> None:
    assert day_of("2022-04-30") == DAY
    assert day_of("2022-04") is None


def test_a_date_is_before_a_day_only_when_all_of_it_is() -> None:
    assert [
        text for text in ("2021", "2022", "2022-03", "2022-04", "2022-04-29") if is_before(text, DAY)
    ] == [
        "2021",
        "2022-03",
        "2022-04-29",
    ]


def test_the_newest_date_is_the_one_that_reaches_furthest() -> None:
    assert newest(["2021-12-31", "unbekannt", "2022", "2022-06"]) == "2022"


def test_spans_meet_on_a_common_day() -> None:
    april = Span(date(2022, 4, 1), DAY)
    assert april.meets(Span(DAY, date(2022, 5, 31)))
    assert not april.meets(Span(date(2022, 5, 1), date(2022, 5, 31)))


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [("2025-04-30", 16, "2023-12-30"), ("2025-03-31", 1, "2025-02-28"), ("2025-01-15", 36, "2022-01-15")],
)
def test_months_are_counted_back_to_a_day_that_exists(day: str, months: int, earlier: str) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(earlier)
