"""Every figure of an application with its values over the rounds, and what one must know about them."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from tea_assistant.figures.cells import derivation, row_of
from tea_assistant.figures.comparability import Caveat, comparability
from tea_assistant.figures.trend import delta
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.figures import COUNTS, FigureRow, FigureSet, PublishedPercent

PUBLISHED = "Nur als gerundete Prozentzahl veröffentlicht, nicht nachgerechnet."
EXACT = "Aus den genauen Werten berechnet, nicht aus den gerundeten."
IMPOSSIBLE = "Der Teil ist größer als das Ganze; die Zahlen widersprechen sich."
OWN = "Eigene Kennzahl der Mappe."


class ListedValue(Struct, frozen=True):
    """An indicator in one round."""

    cycle: str
    value: Value | None
    """None where the figures of the round do not tell."""
    derived: str = ""
    """How a missing count was derived, in German; empty where it was counted."""
    remarks: tuple[str, ...] = ()


class ListedChange(Struct, frozen=True):
    """How far the newest value is from the one in the column beside it."""

    since: str
    difference: Value
    caveats: tuple[Caveat, ...] = ()
    remarks: tuple[str, ...] = ()


class ListedFigure(Struct, frozen=True):
    """An indicator over all rounds that have figures, newest first."""

    indicator: Indicator
    values: tuple[ListedValue, ...]
    change: ListedChange | None = None

    @property
    def has_value(self) -> bool:
        """At least one round tells it."""
        return any(listed.value for listed in self.values)


def listing(application: Application) -> tuple[ListedFigure, ...]:
    """Return every figure of the catalogue and of the dossier, in the order of their definitions."""
    return tuple(_listed(application, indicator) for indicator in application.catalogue.indicators.values())


def _listed(application: Application, indicator: Indicator) -> ListedFigure:
    values = tuple(_value(indicator, cycle, figures) for cycle, figures in application.figure_history)
    return ListedFigure(indicator, values, _change(application, indicator, values))


def _value(indicator: Indicator, cycle: str, figures: FigureSet) -> ListedValue:
    value = value_of(indicator, figures)
    if value is None:
        return ListedValue(cycle, None)
    derived = derivation(indicator.numerator, figures)
    return ListedValue(cycle, value, derived, tuple(_remarks(indicator, value, figures, derived)))


def _remarks(indicator: Indicator, value: Value, figures: FigureSet, derived: str) -> Iterator[str]:
    if value.number is not None and value.is_share and value.number > Fraction(100):
        yield IMPOSSIBLE
    if derived and indicator.denominator is None:
        yield f"{derived[:1].upper()}{derived[1:]}."
    selectors = [cell for cell in (indicator.numerator, indicator.denominator) if cell]
    rows = dict.fromkeys(row for cell in selectors if (row := row_of(cell, figures)))
    # Where a row has a published percentage, its note is about that and not about its counts.
    notes = [" ".join(row.note.split()) for row in rows if value.published or not _has_percentage(row)]
    said = list(filter(None, notes))
    yield from said or ([PUBLISHED] if value.published else [])


def _has_percentage(row: FigureRow) -> bool:
    return any(isinstance(getattr(row, count), PublishedPercent) for count in COUNTS)


def _change(
    application: Application, indicator: Indicator, values: tuple[ListedValue, ...]
) -> ListedChange | None:
    if len(values) <= 1:
        return None
    newest, before = values[:2]
    difference = delta(newest.value, before.value) if newest.value and before.value else None
    if difference is None or newest.value is None or before.value is None:
        return None
    caveats = comparability(application, indicator.id, newest.cycle, before.cycle)
    printed = (difference.printed, newest.value.printed, before.value.printed)
    change, now, then = printed
    differs = change is not None and now is not None and then is not None and change != now - then
    remarks = (*((EXACT,) if differs else ()), *(caveat.text for caveat in caveats))
    return ListedChange(before.cycle, difference, caveats, remarks)
