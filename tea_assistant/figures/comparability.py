"""Why the values of a figure in two rounds are not quite comparable, in German words."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from tea_assistant.figures.cells import row_of
from tea_assistant.figures.rounding import half_up
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.dates import span_of
from tea_assistant.model.figures import FigureSet

_BASES = {"heads": "Köpfen", "full_time_equivalents": "Vollzeitäquivalenten"}
_YEAR = 12
"""The months that a flow counts where its file does not say."""
_DAYS_OF_A_MONTH = Fraction(36525, 1200)


class Difference(StrEnum):
    """What changed between two rounds."""

    DEFINITION = "definition"
    BASIS = "basis"
    EXCLUDED = "excluded"
    PERIOD = "period"
    PRECISION = "precision"


class Caveat(Struct, frozen=True):
    """One reason why two values are not quite comparable."""

    difference: Difference
    text: str
    """A whole German sentence, for notes and findings."""
    aside: str = ""
    """A few words to stand behind the earlier value in a sentence.

    Empty where a note is enough: rounding is no other meaning, and who was left out may just not be known.
    """


def comparability(application: Application, indicator_id: str, new: str, old: str) -> tuple[Caveat, ...]:
    """Return why an indicator's values in two rounds are not quite comparable; empty where they are.

    Values are computed by the definition of this application's round throughout; so an older round that had
    another definition printed another value.
    """
    indicator = application.catalogue.indicators.get(indicator_id)
    sets = dict(application.figure_history)
    if indicator is None or new == old or new not in sets or old not in sets:
        return ()
    newer, older = (new, sets[new]), (old, sets[old])
    return (
        *_definitions(application, indicator, (new, old)),
        *_bases(newer, older),
        *_exclusions(newer, older),
        *_periods(application, indicator, newer, older),
        *_precisions(indicator, newer, older),
    )


def asides(application: Application, indicator_id: str) -> Mapping[str, str]:
    """Return what a sentence says behind each earlier value, by round; the others compare as they are."""
    cycles = [cycle for cycle, _ in application.figure_history]
    said = {
        old: ", ".join(c.aside for c in comparability(application, indicator_id, cycles[0], old) if c.aside)
        for old in cycles[1:]
    }
    return {cycle: text for cycle, text in said.items() if text}


def defined_otherwise(application: Application, indicator: Indicator, cycle: str) -> Indicator | None:
    """Return what an indicator meant in the catalogue of another round, where that was something else."""
    round_ = application.dossier.rounds.get(cycle)
    catalogue = application.dossier.catalogues.get(round_.cycle.catalogue) if round_ else None
    meant = catalogue.indicators.get(indicator.id) if catalogue else None
    return None if meant is None or _meaning(meant) == _meaning(indicator) else meant


_Dated = tuple[str, FigureSet]


def _meaning(indicator: Indicator) -> tuple[object, ...]:
    return indicator.numerator, indicator.denominator, " ".join(indicator.definition.split())


def _definitions(application: Application, indicator: Indicator, cycles: tuple[str, str]) -> Iterator[Caveat]:
    for cycle in cycles:
        meant = defined_otherwise(application, indicator, cycle)
        if meant is None:
            continue
        said = " ".join(meant.definition.split()) or meant.title
        inner = said.replace("„", "‚").replace("“", "‘")
        text = f"{cycle} war diese Kennzahl anders definiert: „{inner}“"
        if _meaning(meant)[:2] != _meaning(indicator)[:2]:
            text += f" Hier ist auch der Wert von {cycle} nach der heutigen Definition gerechnet."
        yield Caveat(Difference.DEFINITION, text, "bei anderer Definition")


def _bases(new: _Dated, old: _Dated) -> Iterator[Caveat]:
    counted = [_BASES.get(figures.basis or "heads", figures.basis) for _, figures in (new, old)]
    if counted[0] != counted[1]:
        text = f"{new[0]} ist in {counted[0]} gezählt, {old[0]} in {counted[1]}."
        yield Caveat(Difference.BASIS, text, "bei anderer Zählweise")


def _exclusions(new: _Dated, old: _Dated) -> Iterator[Caveat]:
    names = [{" ".join(name.casefold().split()) for name in f.excluded} for _, f in (new, old)]
    if names[0] != names[1]:
        said = (f"{cycle}: {', '.join(f.excluded) or 'keine Angabe'}" for cycle, f in (new, old))
        text = f"Nicht mitgezählt sind verschiedene Gruppen ({'; '.join(said)})."
        yield Caveat(Difference.EXCLUDED, text, "bei anderer Abgrenzung" if all(names) else "")


def _periods(application: Application, indicator: Indicator, new: _Dated, old: _Dated) -> Iterator[Caveat]:
    if indicator.numerator.group not in application.catalogue.flows:
        return
    months = [months_counted(indicator, figures) for _, figures in (new, old)]
    if months[0] != months[1]:
        text = f"{new[0]} sind {months[0]} Monate gezählt, {old[0]} sind es {months[1]}."
        yield Caveat(Difference.PERIOD, text, "in einem anderen Zeitraum")


def months_counted(indicator: Indicator, figures: FigureSet) -> int:
    """Return how many months a flow counts at a date: as its row or its file says, else twelve."""
    row = row_of(indicator.numerator, figures)
    period = (row.period if row else {}) or figures.period
    begin, end = (span_of(str(period.get(key, ""))) for key in ("from", "to"))
    if begin is None or end is None or end.last < begin.first:
        return _YEAR
    days = (end.last - begin.first).days + 1
    return max(1, int(half_up(Fraction(days) / _DAYS_OF_A_MONTH)))


def _precisions(indicator: Indicator, new: _Dated, old: _Dated) -> Iterator[Caveat]:
    values = [(cycle, value_of(indicator, figures)) for cycle, figures in (new, old)]
    known = [(cycle, value) for cycle, value in values if value and value.is_share]
    if len(known) < len(values):
        return
    (first, one), (second, other) = known
    if one.published != other.published:
        rounded, counted = (first, second) if one.published else (second, first)
        yield Caveat(
            Difference.PRECISION,
            f"{rounded} ist nur eine gerundete Prozentzahl veröffentlicht, {counted} ist aus Anzahlen "
            "berechnet; verglichen sind die gedruckten Werte.",
        )
    elif one.digits != other.digits:
        text = f"{first} ist {_exactness(one)} bekannt, {second} {_exactness(other)}."
        yield Caveat(Difference.PRECISION, text)


def _exactness(value: Value) -> str:
    if value.digits == 0:
        return "auf ganze Prozent"
    return f"auf {value.digits} Nachkommastelle{'n' if value.digits > 1 else ''}"
