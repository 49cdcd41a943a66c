"""Which of several dates is the newest, and whether even that lies before the last application."""

from collections.abc import Sequence
from typing import NamedTuple

from tea_assistant.model.dates import is_before, newest
from tea_assistant.model.reporting import ReportingPeriod


class Newest(NamedTuple):
    """The newest of several dates, and which of them it is."""

    at: int
    date: str


def outdated(dates: Sequence[str], period: ReportingPeriod) -> Newest | None:
    """Return the newest date if it lies before the reporting period; what has no date tells nothing."""
    latest = newest(dates)
    return Newest(dates.index(latest), latest) if is_before(latest, period.begin) else None
