"""Dates as German texts print them, as exact as they are known."""

from collections.abc import Mapping

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def german_date(date: str) -> str:
    """Print an ISO date, month or year: 11.02.2025, April 2017 or 2017; anything else as it is."""
    match date.split("-"):
        case [year, month, day]:
            return f"{day}.{month}.{year}"
        case [year, month] if month.isdecimal() and 1 <= int(month) <= len(MONTHS):
            return f"{MONTHS[int(month) - 1]} {year}"
    return date


def german_day(day: str) -> str:
    """Print a day of any year: 30. April."""
    month, _, number = day.partition("-")
    return f"{int(number)}. {MONTHS[int(month) - 1]}"


def german_moment(moment: str) -> str:
    """Print a date with its time of day where it has one: 10.03.2025, 14:30 Uhr."""
    day, _, time = moment.partition("T")
    return f"{german_date(day)}, {time[:5]} Uhr" if time else german_date(day)


def german_period(period: Mapping[str, str]) -> str:
    """Print from when to when: 01.01.2022 bis 31.12.2024; a single date where both are the same."""
    ends = (german_date(period.get(key, "")) for key in ("from", "to"))
    return " bis ".join(dict.fromkeys(filter(None, ends)))
