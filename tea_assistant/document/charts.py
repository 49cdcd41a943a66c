"""Which charts a document has: of the figures that its catalogue wants to be seen, and that have a course."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tea_assistant.document.blocks import Block, Paragraph, Section, Span
from tea_assistant.document.chart import MARK, Chart, ChartKind, Point, Series
from tea_assistant.document.registers import Registers
from tea_assistant.figures.german import value_text
from tea_assistant.figures.publication import SUPPRESSED_CELL, Publication, Shown, Suppressed, suppressed_note
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator, Part, PartKind

PUBLISHED = f"{MARK} Nur als gerundete Prozentzahl veröffentlicht, nicht nachgerechnet."
MOST_SERIES = 4
"""More lines than these can't be told apart without colour."""
_FEWEST_ROUNDS = 2


def with_chart(registers: Registers, part: Part, sections: Sequence[Section]) -> Sequence[Section]:
    """Put the chart of a part into its first section, where the part has one and it has a chart."""
    chart = part_chart(registers, part) if sections else None
    if chart is None:
        return sections
    first, *others = sections
    return [replace(first, blocks=(*first.blocks, *_blocks(registers.application, part, chart))), *others]


def part_chart(registers: Registers, part: Part) -> Chart | None:
    """Return the chart of a part: an action field's own figures, or an overview of all.

    A figure is drawn in the first of its action fields, so that each is seen once besides the overview.
    """
    application = registers.application
    drawn = [i for i in application.catalogue.indicators.values() if i.chart]
    if part.kind is PartKind.FIGURES:
        title = "Die wichtigsten Kennzahlen im Verlauf"
    elif part.kind is PartKind.ACTION_FIELD:
        drawn = [i for i in drawn if i.fields[:1] == (part.id,)]
        title = f"Kennzahlen zu „{application.catalogue.fields[part.id].label}“ im Verlauf"
    else:
        return None
    return _course(registers.published, part.id, title, drawn)


def comparison(application: Application, part_id: str, since: str) -> Chart | None:
    """Return the chart that puts this round beside an earlier one, of shares that are known in both."""
    publication, rounds = Publication(application), (since, application.cycle.id)
    drawn = [i for i in application.catalogue.indicators.values() if i.chart and i.denominator]
    values = [(i, [publication.value(i.id, cycle) for cycle in rounds]) for i in drawn]
    series = tuple(
        Series(indicator.title, tuple(map(_point, rounds, shown)))
        for indicator, shown in values
        if _has_course(shown)
    )
    if not series:
        return None
    title = f"Die wichtigsten Kennzahlen {since} und {application.cycle.id}"
    return Chart(part_id, ChartKind.BARS, title, series, _notes(series, publication.protection.threshold))


def _point(cycle: str, shown: Shown | None) -> Point:
    """Return how a value of a round is drawn; an unknown one has a gap and no text."""
    if shown is None:
        return Point(cycle, None, "–")
    if isinstance(shown, Suppressed):
        return Point(cycle, None, SUPPRESSED_CELL)
    return Point(cycle, shown.printed, value_text(shown), marked=shown.published)


def _notes(series: Iterable[Series], threshold: int) -> tuple[str, ...]:
    """Return what explains the marks and the gaps of a chart."""
    points = [point for each in series for point in each.points]
    published = [PUBLISHED] if any(point.marked for point in points) else []
    hidden = any(point.text == SUPPRESSED_CELL for point in points)
    return (*published, *([f"{SUPPRESSED_CELL}: {suppressed_note(threshold)}"] if hidden else []))


def _course(publication: Publication, name: str, title: str, drawn: Sequence[Indicator]) -> Chart | None:
    values = {i.id: dict(publication.history(i.id)) for i in drawn}
    chosen = [i for i in drawn if _has_course(values[i.id].values())]
    if not chosen:
        return None
    # One scale can't hold people and percent.
    shares = chosen[0].denominator is not None
    chosen = [i for i in chosen if (i.denominator is not None) == shares][:MOST_SERIES]
    rounds = sorted({cycle for i in chosen for cycle in values[i.id]})
    series = tuple(
        Series(i.title, tuple(_point(cycle, values[i.id].get(cycle)) for cycle in rounds)) for i in chosen
    )
    explained = _notes(series, publication.protection.threshold)
    if len(series) == 1:
        return Chart(name, ChartKind.COLUMNS, series[0].title, series, explained, shares)
    return Chart(name, ChartKind.LINES, title, series, explained, shares)


def _has_course(values: Iterable[Shown | None]) -> bool:
    return sum(isinstance(shown, Value) and shown.number is not None for shown in values) >= _FEWEST_ROUNDS


def _blocks(application: Application, part: Part, chart: Chart) -> list[Block]:
    """Return the chart; outside the part that has the table of figures, with the way to it."""
    table = next((p for p in application.parts if p.kind is PartKind.FIGURES), None)
    if table is None or table is part:
        return [chart]
    way = Span(application.part_title(table), section=table.id)
    return [chart, Paragraph((Span("Alle Werte mit Stichtag und Quelle: "), way))]
