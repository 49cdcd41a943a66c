"""Which charts a document has: of the figures that its catalogue wants to be seen, and that have a course."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from tea_assistant.document.blocks import Block, Paragraph, Section, Span
from tea_assistant.document.chart import OTHER_BASIS, PUBLISHED, Chart, ChartKind, Point, Series
from tea_assistant.document.registers import Registers
from tea_assistant.figures.german import NO_SHARE, value_text
from tea_assistant.figures.publication import (
    SUPPRESSED_CELL,
    Publication,
    Shown,
    Suppressed,
    published,
    suppressed_note,
)
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator, Part, PartKind

_PUBLISHED = f"{PUBLISHED} Nur als gerundete Prozentzahl veröffentlicht, nicht nachgerechnet."
_OTHER_BASIS = f"{OTHER_BASIS} Anders gezählt ({{}}): mit den übrigen Werten nicht unmittelbar vergleichbar."
MOST_SERIES = 4
"""More lines than these can't be told apart without colour."""
FEW_ROUNDS = 3
"""So few values of one figure are bars beside its name: columns would be giants."""


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
    publication, rounds = published(application), (since, application.cycle.id)
    drawn = [i for i in application.catalogue.indicators.values() if i.chart and i.denominator]
    values = {i.id: {c: publication.value(i.id, c) for c in rounds} for i in drawn}
    chosen = [i for i in drawn if _has_course(values[i.id], application.cycle.id)]
    if not chosen:
        return None
    series = _series(application, chosen, values, rounds)
    title = f"Die wichtigsten Kennzahlen {since} und {application.cycle.id}"
    return Chart(part_id, ChartKind.BARS, title, series, _notes(publication, series))


def _course(publication: Publication, name: str, title: str, drawn: Sequence[Indicator]) -> Chart | None:
    application = publication.application
    values = {i.id: dict(publication.history(i.id)) for i in drawn}
    chosen = [i for i in drawn if _has_course(values[i.id], application.cycle.id)]
    if not chosen:
        return None
    # One scale can't hold people and percent.
    shares = chosen[0].denominator is not None
    chosen = [i for i in chosen if (i.denominator is not None) == shares][:MOST_SERIES]
    rounds = sorted({cycle for i in chosen for cycle in values[i.id]})
    series = _series(application, chosen, values, rounds)
    if len(series) == 1:
        kind = ChartKind.BARS if len(rounds) <= FEW_ROUNDS else ChartKind.COLUMNS
        return Chart(name, kind, series[0].title, series, _notes(publication, series), shares)
    return Chart(name, ChartKind.LINES, title, series, _notes(publication, series), shares)


def _series(
    application: Application,
    chosen: Sequence[Indicator],
    values: Mapping[str, Mapping[str, Shown | None]],
    rounds: Sequence[str],
) -> tuple[Series, ...]:
    apart = _counted_otherwise(application)
    return tuple(
        Series(i.title, tuple(_point(c, values[i.id].get(c), apart=c in apart) for c in rounds))
        for i in chosen
    )


def _counted_otherwise(application: Application) -> Mapping[str, str]:
    """Return the rounds whose figures were counted in another way than the newest, with that way."""
    sets = application.figure_history
    return {cycle: figures.basis for cycle, figures in sets if figures.basis != sets[0][1].basis}


def _point(cycle: str, shown: Shown | None, *, apart: bool) -> Point:
    """Return how a value of a round is drawn; an unknown or suppressed one leaves a gap."""
    if shown is None:
        return Point(cycle, None, NO_SHARE)
    if isinstance(shown, Suppressed):
        return Point(cycle, None, SUPPRESSED_CELL)
    marks = (PUBLISHED if shown.published else "") + (OTHER_BASIS if apart else "")
    return Point(cycle, shown.printed, value_text(shown), marks)


def _notes(publication: Publication, series: Sequence[Series]) -> tuple[str, ...]:
    """Return what explains the marks and the gaps of a chart."""
    application, points = publication.application, [point for each in series for point in each.points]
    found = [_PUBLISHED] if any(PUBLISHED in point.marks for point in points) else []
    if any(OTHER_BASIS in point.marks for point in points):
        ways = dict.fromkeys(_counted_otherwise(application).values())
        found.append(
            _OTHER_BASIS.format(", ".join(application.labels.value("figures", "basis", w) for w in ways))
        )
    if any(point.text == SUPPRESSED_CELL for point in points):
        found.append(f"{SUPPRESSED_CELL}: {suppressed_note(publication.protection.threshold)}")
    return tuple(found)


def _has_course(values: Mapping[str, Shown | None], newest: str) -> bool:
    """Tell whether there is a value of the newest round and another one: old ones alone are no course."""
    known = {c for c, shown in values.items() if isinstance(shown, Value) and shown.number is not None}
    return newest in known and len(known) > 1


def _blocks(application: Application, part: Part, chart: Chart) -> list[Block]:
    """Return the chart; outside the part that has the table of figures, with the way to it."""
    table = next((p for p in application.parts if p.kind is PartKind.FIGURES), None)
    if table is None or table is part:
        return [chart]
    way = Span(application.part_title(table), section=table.id)
    return [chart, Paragraph((Span("Alle Werte mit Stichtag und Quelle: "), way))]
