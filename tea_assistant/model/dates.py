"""Dates as exact as people know them: a day, a month or a year, each a span of days."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_YEARS = range(1000, 9000)
"""Beyond these, adding a few years would leave the calendar."""


class Span(NamedTuple):
    """The days from a first to a last one, both included."""

    first: date
    last: date

    def meets(self, other: "Span") -> bool:
        """Tell whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


def span_of(text: str) -> Span | None:
    """Return the days that `2017`, `2017-04` or `2017-04-01` may mean; None for anything else."""
    parts = text.split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    try:
        year, *rest = (int(part) for part in parts)
        if year not in _YEARS or len(rest) > 2:
            return None
        if not rest:
            return Span(date(year, 1, 1), date(year, 12, 31))
        if len(rest) == 1:
            return Span(date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1]))
        return Span(date(year, *rest), date(year, *rest))
    except ValueError:
        # The schema lets a 31 February through; it means no day.
        return None


def day_of(text: str) -> date | None:
    """Return the day that a date means; None where it is known less exactly."""
    span = span_of(text)
    return span.first if span and span.first == span.last else None


def is_before(text: str, day: date) -> bool:
    """Tell whether a date lies before a day for certain: a year does only when all of it has passed."""
    span = span_of(text)
    return span is not None and span.last < day


def newest(texts: Iterable[str]) -> str:
    """Return the date that reaches furthest; empty where none of them is a date."""
    known = [(span.last, text) for text in texts if (span := span_of(text))]
    return max(known)[1] if known else ""


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
