"""All figures over the rounds, as people read them in a terminal."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tea_assistant.checks.nearest import nearest
from tea_assistant.errors import UsageError
from tea_assistant.figures.cells import count_in
from tea_assistant.figures.german import NO_BREAK_SPACE, delta_text, number_text, value_text
from tea_assistant.figures.listing import OWN, ListedFigure, listing
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import CellSelector
from tea_assistant.model.figures import COUNTS, SPLITS, FigureRow, FigureSet, PublishedPercent
from tea_assistant.prose.dates import german_date, german_period
from tea_assistant.services.plain_table import fitting, table, wrapped
from tea_assistant.services.progress import heading
from tea_assistant.services.session import Session

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POINTS = f"{NO_BREAK_SPACE}PP"
_LEGEND = "PP: Prozentpunkte. Leer: nicht angegeben. –: kein Anteil, weil niemand gezählt wurde."


def as_text(session: Session, indicator: str = "") -> str:
    """Show every figure that has a value with all its values, or a single one with its definition."""
    figures = chosen(session.application, indicator)
    single = figures[0] if indicator else None
    lines = [heading(session), ""]
    lines += _about(session.application, single) if single else []
    lines += _values(session.application, [figure for figure in figures if figure.has_value])
    lines += _without(figures)
    if single is None:
        lines += _dates(session.application)
    return "\n".join(lines) + "\n"


def chosen(application: Application, indicator: str) -> tuple[ListedFigure, ...]:
    """Return all figures, or the one that is meant; raises `UsageError` where there is no such figure."""
    figures = listing(application)
    if not indicator:
        return figures
    found = tuple(figure for figure in figures if figure.indicator.id == indicator)
    if not found:
        meant = nearest(indicator, sorted(application.catalogue.indicators))
        hint = f"Meinten Sie „{meant}“?" if meant else "Alle Kennzahlen zeigt: tea figures show"
        raise UsageError(f"Die Kennzahl „{indicator}“ gibt es nicht.", hint=hint)
    return found


def row_label(application: Application, row: FigureRow) -> str:
    """Name the counted group of a row, with what narrows it down."""
    splits = ((split, getattr(row, split)) for split in SPLITS)
    named = [application.labels.value("figures", "rows", split, value) for split, value in splits if value]
    return ", ".join([application.catalogue.groups.get(row.group) or row.group, *named])


def _about(application: Application, figure: ListedFigure) -> Iterator[str]:
    indicator = figure.indicator
    yield from wrapped(indicator.title or indicator.id)
    yield from wrapped(f"Im Text: {{{{{indicator.id}}}}}")
    if indicator.own:
        yield OWN
    if indicator.definition:
        yield from wrapped(" ".join(indicator.definition.split()))
    yield from wrapped(f"Zähler: {_cell_label(application, indicator.numerator)}", "", "  ")
    if indicator.denominator:
        yield from wrapped(f"Nenner: {_cell_label(application, indicator.denominator)}", "", "  ")
    yield ""


def _cell_label(application: Application, cell: CellSelector) -> str:
    row = FigureRow(cell.group, **{split: getattr(cell, split) for split in SPLITS})
    return f"{row_label(application, row)}: {application.labels.key('figures', 'rows', cell.count)}"


def _values(application: Application, figures: Sequence[ListedFigure]) -> Iterator[str]:
    if not figures:
        yield "Noch keine Kennzahl hat einen Wert."
        return
    notes: dict[str, int] = {}
    cycles = [cycle for cycle, _ in application.figure_history]
    columns = [[cycle, *(_cell(figure, at, notes) for figure in figures)] for at, cycle in enumerate(cycles)]
    titles = ["", *(figure.indicator.title or figure.indicator.id for figure in figures)]
    changes = _changes(figures, cycles, notes)
    count = fitting(columns, changes)
    shown = columns[:count]
    if changes:
        shown = [shown[0], *changes, *shown[1:]]
    while shown:
        (head, *rows) = zip(titles, *shown, strict=True)
        yield from table(head, rows)
        columns = columns[count:]
        count = fitting(columns)
        shown = columns[:count]
        yield ""
    yield from wrapped(_LEGEND)
    for note, number in notes.items():
        yield from wrapped(note, f"{_mark(number)} ", "  ")


def _cell(figure: ListedFigure, at: int, notes: dict[str, int]) -> str:
    listed = figure.values[at]
    if listed.value is None:
        return ""
    return value_text(listed.value) + _noted(listed.remarks, notes)


def _changes(
    figures: Sequence[ListedFigure], cycles: Sequence[str], notes: dict[str, int]
) -> list[list[str]]:
    """Return the column of changes, where two rounds have figures."""
    if len(cycles) <= 1:
        return []
    return [[f"seit {cycles[1]}", *(_change(figure, notes) for figure in figures)]]


def _change(figure: ListedFigure, notes: dict[str, int]) -> str:
    if figure.change is None:
        return ""
    text = delta_text(figure.change.difference)
    short = text.partition(f"{NO_BREAK_SPACE}Prozentpunkt")[0]
    return f"{short}{_POINTS if short != text else ''}{_noted(figure.change.remarks, notes)}"


def _noted(remarks: Sequence[str], notes: dict[str, int]) -> str:
    marks = (_mark(notes.setdefault(remark, len(notes) + 1)) for remark in remarks)
    return "".join(f" {mark}" if at else mark for at, mark in enumerate(marks))


def _mark(number: int) -> str:
    return str(number).translate(_SUPERSCRIPTS)


def _without(figures: Sequence[ListedFigure]) -> Iterator[str]:
    missing = [figure.indicator.id for figure in figures if not figure.has_value]
    if missing:
        yield ""
        yield from wrapped(f"Ohne Wert ({len(missing)}): {', '.join(missing)}", "", "  ")


def _dates(application: Application) -> Iterator[str]:
    for cycle, figures in application.figure_history:
        yield ""
        yield from wrapped(_origin(application, cycle, figures))
        if figures.rows:
            yield from _rows(application, figures)


def _origin(application: Application, cycle: str, figures: FigureSet) -> str:
    labels = application.labels
    told = {
        "as_of": german_date(figures.as_of or figures.id),
        "basis": labels.value("figures", "basis", figures.basis),
        "period": german_period(figures.period),
        "source": figures.source or figures.url,
        "excluded": ", ".join(figures.excluded),
    }
    said = (f"{labels.key('figures', key)} {text}" for key, text in told.items() if text)
    return f"Runde {cycle}: {'; '.join(said)}"


def _rows(application: Application, figures: FigureSet) -> list[str]:
    counts = [count for count in COUNTS if count != "diverse" or any(row.diverse for row in figures.rows)]
    head = ["", *(application.labels.key("figures", "rows", count) for count in counts)]
    rows = [[_row_title(application, row), *(_count(row, count) for count in counts)] for row in figures.rows]
    return table(head, rows)


def _row_title(application: Application, row: FigureRow) -> str:
    period = german_period(row.period)
    return f"{row_label(application, row)} ({period})" if period else row_label(application, row)


def _count(row: FigureRow, count: str) -> str:
    """Write a count of a row; one that follows from the others stands in brackets."""
    cell = count_in(row, count)
    if cell is None:
        return ""
    if isinstance(cell, PublishedPercent):
        return value_text(Value(cell.percent, cell.digits, is_share=True))
    text = number_text(Fraction(cell))
    return text if getattr(row, count) is not None else f"({text})"
