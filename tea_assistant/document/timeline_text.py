"""A timeline as a small picture made of characters, for a terminal or a file."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from tea_assistant.document.dates import german_date
from tea_assistant.model.dates import Span, span_of
from tea_assistant.model.timeline import FieldYear, MeasureLine, Timeline

_WIDEST = 42
"""So many columns at most show the months; a longer period gets several months in one."""
_TITLE, _YEAR = 26, 12
_UNLINKED = "Nirgends verknüpft"
_LEGEND = (
    "█ Angaben liegen vor („Berichtszeitraum“)   ░ läuft („Seit“, „Bis“)   · nicht bekannt",
    "E Ergebnis   N Nachweis   B beides; wo nur das Jahr bekannt ist, in dessen Mitte",
)


def timeline_text(timeline: Timeline) -> str:
    """Print a timeline in German: bars for the measures, then the years of each action field, then gaps."""
    return "\n".join(line.rstrip() for line in _lines(timeline)) + "\n"


def _lines(timeline: Timeline) -> Iterator[str]:
    yield from _heading(timeline)
    cells = tuple(_cells(timeline.period.span))
    yield ""
    yield f"{'':{_TITLE + 2}} {_years_above(cells)} bestätigt"
    for title, measures in _groups(timeline):
        yield _short(title, _TITLE + 2)
        for measure in measures:
            confirmed = german_date(measure.confirmed) or "–"
            yield f"  {_short(measure.title, _TITLE)} {_bar(measure, cells)} {confirmed}"
    yield ""
    yield from _LEGEND
    yield ""
    yield from _fields(timeline)


def _heading(timeline: Timeline) -> Iterator[str]:
    period = timeline.period
    since = f"seit der Bewerbung {period.follows}" if period.follows else "die drei Jahre vor der Abgabe"
    yield f"Berichtszeitraum: {period.begin:%d.%m.%Y} bis {period.end:%d.%m.%Y} ({since})"
    if timeline.jury:
        yield f"Juryentscheidung: {german_date(timeline.jury)}"
    if timeline.valid:
        yield f"Prädikat gültig:  {timeline.valid.first.year} bis {timeline.valid.last.year}"


def _cells(span: Span) -> Iterator[Span]:
    """Yield the days of each column; no column reaches over the end of a year."""
    months = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
    width = next((n for n in (1, 2, 3, 4, 6) if months <= n * _WIDEST), 12)
    at = span.first.replace(month=(span.first.month - 1) // width * width + 1, day=1)
    while at <= span.last:
        year, month = divmod(at.year * 12 + at.month - 1 + width, 12)
        following = date(year, month + 1, 1)
        yield Span(at, date.fromordinal(following.toordinal() - 1))
        at = following


def _with_bars(cells: tuple[Span, ...], characters: str) -> str:
    """Put the columns together, with a bar where a year ends."""
    return "│".join(characters[years.start : years.stop] for _, years in _columns_of_years(cells))


def _years_above(cells: tuple[Span, ...]) -> str:
    return "│".join(
        # Where a year is too narrow for its number, its last digits tell.
        str(year)[-min(len(years), 4) :].ljust(len(years))
        for year, years in _columns_of_years(cells)
    )


def _columns_of_years(cells: tuple[Span, ...]) -> Iterator[tuple[int, range]]:
    for year, columns in groupby(range(len(cells)), key=lambda at: cells[at].first.year):
        first, *others = columns
        yield year, range(first, first + len(others) + 1)


def _bar(measure: MeasureLine, cells: tuple[Span, ...]) -> str:
    filled = "█" if measure.stated else "░"
    characters = [filled if measure.covers and measure.covers.meets(cell) else "·" for cell in cells]
    results, proofs = _marked(measure.results, cells), _marked(measure.proofs, cells)
    for at in results | proofs:
        characters[at] = "B" if at in results & proofs else "E" if at in results else "N"
    return _with_bars(cells, "".join(characters))


def _marked(dates: tuple[str, ...], cells: tuple[Span, ...]) -> set[int]:
    return {met[len(met) // 2] for text in dates if (met := _met(text, cells))}


def _met(text: str, cells: tuple[Span, ...]) -> list[int]:
    span = span_of(text)
    return [at for at, cell in enumerate(cells) if span and span.meets(cell)]


def _groups(timeline: Timeline) -> Iterator[tuple[str, list[MeasureLine]]]:
    """Yield the measures by the first action field in which they are linked."""
    for field in timeline.fields:
        if measures := [line for line in timeline.measures if line.fields[:1] == (field.id,)]:
            yield field.title, measures
    if unlinked := [line for line in timeline.measures if not line.fields]:
        yield _UNLINKED, unlinked


def _fields(timeline: Timeline) -> Iterator[str]:
    if not timeline.fields:
        return
    years = timeline.fields[0].years
    heads = "".join(f"{year.year:<{_YEAR}}" for year in years)
    yield f"{_short('Belege je Jahr', _TITLE + 2)} {heads}"
    for field in timeline.fields:
        told = "".join(f"{_cell(year):<{_YEAR}}" for year in field.years)
        yield f"{_short(field.title, _TITLE + 2)} {told}"
    gaps = [field for field in timeline.fields if field.gaps]
    if gaps:
        yield ""
        yield "Lücken: kein Ergebnis und kein Nachweis mit Datum"
    for field in gaps:
        why = "" if field.measures else " (keine Maßnahme verknüpft)"
        yield f"  {field.title}: {', '.join(map(str, field.gaps))}{why}"


def _cell(year: FieldYear) -> str:
    if year.dated:
        return f"{year.dated} {'Beleg' if year.dated == 1 else 'Belege'}"
    return "Zeitraum" if year.covered else "Lücke" if year.is_gap else "–"


def _short(text: str, width: int) -> str:
    line = " ".join(text.split())
    return f"{line if len(line) <= width else line[: width - 1] + '…':<{width}}"
