"""The figures of two rounds side by side."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.figures.publication import Protection, Suppressed
from tea_assistant.figures.trend import delta
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.catalogue import Catalogue, Indicator
from tea_assistant.model.cycle import Cycle
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.figures import FigureSet


class FigureChange(Struct, frozen=True):
    """An indicator in two rounds, of which at least one tells its value."""

    indicator: str
    title: str
    then: Value | None
    now: Value | None
    difference: Value | None
    """None where one of the two is missing, or where they do not mean the same."""
    hides_then: bool = False
    hides_now: bool = False
    """The value is true, but readers must not see it, because it would tell of a small group."""

    @property
    def is_gap(self) -> bool:
        """It was told then and is not told now."""
        return self.now is None

    @property
    def is_fresh(self) -> bool:
        """It is told now and was not told then."""
        return self.then is None

    @property
    def compares_printed(self) -> bool:
        """One of the values is known only as it was published, so the printed numbers are compared."""
        return self.difference is not None and self.difference.published

    @property
    def differs_from_printed(self) -> bool:
        """A reader who subtracts the printed numbers comes to another result."""
        if not (self.difference and self.then and self.now):
            return False
        printed = (self.difference.printed, self.then.printed, self.now.printed)
        change, then, now = printed
        return change is not None and then is not None and now is not None and change != now - then


def figures_of(dossier: Dossier, cycle: Cycle) -> FigureSet | None:
    """Return the figures that a round rests on."""
    return dossier.figures.get(cycle.figures)


def indicators_of(dossier: Dossier, *cycles: Cycle) -> dict[str, Indicator]:
    """Return the indicators of the rounds' catalogues, the first catalogue's before those of the others."""
    found: dict[str, Indicator] = {}
    for cycle in cycles:
        for name, indicator in _catalogue(dossier, cycle).indicators.items():
            found.setdefault(name, indicator)
    return found


def figure_changes(dossier: Dossier, old: Cycle, new: Cycle) -> Iterator[FigureChange]:
    """Yield every indicator that one of two rounds tells, in the order of the newer catalogue."""
    then, now = figures_of(dossier, old), figures_of(dossier, new)
    before = _catalogue(dossier, old).indicators
    protection = Protection(dossier)
    for name, indicator in indicators_of(dossier, new, old).items():
        earlier = before.get(name, indicator)
        values = (_value(earlier, then), _value(indicator, now))
        if values == (None, None):
            continue
        comparable = (earlier.numerator, earlier.denominator) == (indicator.numerator, indicator.denominator)
        difference = delta(values[1], values[0]) if comparable and values[0] and values[1] else None
        hides = (_hides(protection, earlier, then), _hides(protection, indicator, now))
        yield FigureChange(name, indicator.title, *values, difference, *hides)


def _value(indicator: Indicator, figures: FigureSet | None) -> Value | None:
    return value_of(indicator, figures) if figures else None


def _hides(protection: Protection, indicator: Indicator, figures: FigureSet | None) -> bool:
    return figures is not None and isinstance(protection.value(indicator, figures), Suppressed)


def _catalogue(dossier: Dossier, cycle: Cycle) -> Catalogue:
    return dossier.catalogues.get(cycle.catalogue) or Catalogue(cycle.catalogue)
