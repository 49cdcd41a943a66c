"""When the measures of a round took place, were proven and confirmed, and which years nothing tells of."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.dates import Span, newest, span_of
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.reporting import ReportingPeriod, jury_date, looking_back, validity

_MONTHS_OF_A_GAP = 6
"""So many months of a year have to lie in the reporting period before their silence is a gap."""


class MeasureLine(Struct, frozen=True):
    """One measure with its dates, each as exact as it is known."""

    id: str
    title: str
    fields: tuple[str, ...]
    """The action fields in which it is linked; none for a measure that only has a state in this round."""
    state: EvidenceState | None
    covers: Span | None
    """The period that its facts cover; where it does not say, since when until when it runs."""
    stated: bool
    """Whether the measure itself says what period its facts cover."""
    collected: str
    confirmed: str
    """When somebody last confirmed it, in whatever round up to this one."""
    results: tuple[str, ...]
    proofs: tuple[str, ...]
    undated: int
    """How many of its results and proofs have no date."""

    def dated_in(self, span: Span) -> int:
        """Count its results and proofs that may be from these days."""
        return sum(bool(day and day.meets(span)) for day in map(span_of, (*self.results, *self.proofs)))

    def covers_most_of(self, span: Span) -> bool:
        """Tell whether it says that its facts cover at least half of these days."""
        if not self.stated or self.covers is None:
            return False
        common = min(self.covers.last, span.last) - max(self.covers.first, span.first)
        return 2 * (common.days + 1) >= (span.last - span.first).days + 1


class FieldYear(Struct, frozen=True):
    """What an action field has to show for one year of the reporting period."""

    span: Span
    """The days of the year that lie in the reporting period."""
    dated: int
    """How many results and proofs are from it."""
    covered: bool
    """A measure says that its facts cover it."""

    @property
    def year(self) -> int:
        """The year itself."""
        return self.span.first.year

    @property
    def is_gap(self) -> bool:
        """Tell whether nothing is known of a year that counts: one that mostly lies in the period."""
        months = self.span.last.month - self.span.first.month + 1
        return not self.dated and not self.covered and months >= _MONTHS_OF_A_GAP


class FieldLine(Struct, frozen=True):
    """An action field over the years of the reporting period."""

    id: str
    title: str
    measures: int
    years: tuple[FieldYear, ...]

    @property
    def gaps(self) -> tuple[int, ...]:
        """The years of which nothing is known."""
        return tuple(year.year for year in self.years if year.is_gap)


class Timeline(Struct, frozen=True):
    """The reporting period of a round, with what its measures and action fields show in it."""

    period: ReportingPeriod
    jury: str
    """When the jury decided, or will."""
    valid: Span | None
    measures: tuple[MeasureLine, ...]
    """In the order of the application; those that are linked nowhere come last."""
    fields: tuple[FieldLine, ...]


def timeline(application: Application) -> Timeline | None:
    """Lay the measures of a round out in time; None where the round has neither a year nor a deadline."""
    period = looking_back(application)
    if period is None:
        return None
    lines = tuple(_line(application, evidence, period) for evidence in _measures(application))
    years = tuple(_years(period.span))
    fields = tuple(
        _field(field.id, field.label, [line for line in lines if field.id in line.fields], years)
        for field in application.action_fields
    )
    return Timeline(period, jury_date(application.round), validity(application.round), lines, fields)


def _measures(application: Application) -> Iterator[Evidence]:
    known = application.dossier.evidence
    for evidence_id in application.links:
        if evidence_id in known:
            yield known[evidence_id]
    for evidence in known.values():
        if evidence.id not in application.links and evidence.in_cycle(application.cycle.id).state is not None:
            yield evidence


def _line(application: Application, evidence: Evidence, period: ReportingPeriod) -> MeasureLine:
    cycle = application.cycle.id
    stated = _period_of(evidence.covers.get("from", ""), evidence.covers.get("to", ""), period)
    fields = dict.fromkeys(link.field for link in application.links.get(evidence.id, ()))
    dates = [*(r.as_of for r in evidence.results), *(p.dated for p in evidence.proofs)]
    return MeasureLine(
        id=evidence.id,
        title=evidence.title or evidence.id,
        fields=tuple(fields),
        state=evidence.in_cycle(cycle).state,
        covers=stated or _period_of(evidence.since, evidence.until, period),
        stated=stated is not None,
        collected=evidence.collected,
        confirmed=newest(said.confirmed for c, said in evidence.cycles.items() if c <= cycle),
        results=tuple(result.as_of for result in evidence.results if span_of(result.as_of)),
        proofs=tuple(proof.dated for proof in evidence.proofs if span_of(proof.dated)),
        undated=sum(span_of(text) is None for text in dates),
    )


def _period_of(begin: str, end: str, period: ReportingPeriod) -> Span | None:
    """Return the days between two dates; where only one is known, up to the end of the reporting period."""
    first, last = span_of(begin), span_of(end)
    if first is None and last is None:
        return None
    start = first.first if first else period.begin
    stop = last.last if last else period.end
    return Span(start, stop) if start <= stop else None


def _field(field_id: str, title: str, lines: list[MeasureLine], years: Iterable[Span]) -> FieldLine:
    told = tuple(
        FieldYear(
            year,
            sum(line.dated_in(year) for line in lines),
            any(line.covers_most_of(year) for line in lines),
        )
        for year in years
    )
    return FieldLine(field_id, title, len(lines), told)


def _years(span: Span) -> Iterator[Span]:
    for year in range(span.first.year, span.last.year + 1):
        yield Span(max(span.first, date(year, 1, 1)), min(span.last, date(year, 12, 31)))
