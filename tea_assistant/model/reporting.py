"""The dates that count for a round: what it reports on, when the jury decides, how long the award holds."""

from datetime import date

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.cycle import Cycle, Round
from tea_assistant.model.dates import Span, day_of, months_before, span_of

VALID_YEARS = 3
_CLOSES = (4, 30)
_JURY_MONTH = 7


class ReportingPeriod(Struct, frozen=True):
    """The time that an application reports on: from the last application to the deadline."""

    begin: date
    end: date
    follows: str = ""
    """The round of the last application; empty for a first one, which looks back three years."""

    @property
    def span(self) -> Span:
        """All its days."""
        return Span(self.begin, self.end)


def deadline_of(cycle: Cycle) -> date | None:
    """Return when a round closes: on 30 April of its year, unless it says otherwise."""
    year = span_of(cycle.id)
    return day_of(cycle.deadline) or (year.first.replace(month=_CLOSES[0], day=_CLOSES[1]) if year else None)


def handed_in(cycle: Cycle) -> date | None:
    """Return when a round was handed in, or else had to be."""
    return day_of(cycle.submitted) or deadline_of(cycle)


def reporting_period(application: Application) -> ReportingPeriod | None:
    """Return the time since the last application; None for a first one, or where dates make no sense."""
    if not application.prior_rounds:
        return None
    last = application.prior_rounds[0].cycle
    begin, end = handed_in(last), deadline_of(application.cycle)
    return ReportingPeriod(begin, end, last.id) if begin and end and begin < end else None


def looking_back(application: Application) -> ReportingPeriod | None:
    """Return the reporting period, or else the three years before the deadline; None without a deadline."""
    if period := reporting_period(application):
        return period
    end = deadline_of(application.cycle)
    return ReportingPeriod(months_before(end, 12 * VALID_YEARS), end) if end else None


def jury_date(round_: Round) -> str:
    """Return when the jury decided, or else the July in which it will; empty without a deadline."""
    if round_.jury and span_of(round_.jury.decided):
        return round_.jury.decided
    deadline = deadline_of(round_.cycle)
    return f"{deadline.year}-{_JURY_MONTH:02}" if deadline else ""


def validity(round_: Round) -> Span | None:
    """Return how long the award of a round is valid: its own year and the two after it."""
    said = round_.jury.valid if round_.jury else {}
    first, last = span_of(said.get("from", "")), span_of(said.get("to", ""))
    if first and last:
        return Span(first.first, last.last)
    deadline = deadline_of(round_.cycle)
    if deadline is None:
        return None
    return Span(date(deadline.year, 1, 1), date(deadline.year + VALID_YEARS - 1, 12, 31))
