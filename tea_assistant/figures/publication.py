"""The one way to a figure for everything that leaves the house: documents, charts, tables, prose.

The dossier, the screens and `tea figures show` work with true values; whoever writes for readers asks here,
and gets a value or `Suppressed`, which carries nothing of what it hides.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from tea_assistant.figures.protect import Reason, suppressed_figures
from tea_assistant.figures.protect_cells import Formula, formula
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue, Indicator
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.figures import FigureSet

SUPPRESSED_TEXT = "[nicht veröffentlicht]"
"""Stands in a sentence in place of a number, whatever its grammar."""
SUPPRESSED_CELL = "n. v."
"""Stands in a table or a chart in place of a number; `suppressed_note` explains it."""

_KEPT = "publication"


class Suppressed(Struct, frozen=True):
    """A figure that the dossier knows and no reader may see."""

    reason: Reason = Reason.SMALL
    """For the office only: to a reader it would tell which of two suppressed figures is the small one."""


Shown = Value | Suppressed


class Omission(Struct, frozen=True):
    """A figure that is left out of everything published, for the office."""

    cycle: str
    title: str
    reason: Reason


class Protection(Struct, frozen=True, dict=True):
    """What may be published of all figures of a dossier, the same in every document of every round.

    A figure that one document shows and another hides would protect nobody. So the indicators of all
    catalogues are taken together, as if one page printed them all.
    """

    dossier: Dossier
    catalogue: Catalogue | None = None
    """That of the application at hand, in case that it is none of the dossier's."""

    @property
    def threshold(self) -> int:
        """Groups with fewer people than this are small."""
        return self.dossier.organisation.house_rules.small_group

    @cached_property
    def _formulas(self) -> Mapping[Formula, bool]:
        required: dict[Formula, bool] = {}
        for catalogue in self._catalogues:
            for indicator in catalogue.indicators.values():
                key = formula(indicator)
                required[key] = required.get(key, False) or indicator.required
        return required

    @cached_property
    def _catalogues(self) -> tuple[Catalogue, ...]:
        at_hand = [self.catalogue] if self.catalogue else []
        return (*self.dossier.catalogues.values(), *at_hand)

    @cached_property
    def _wholes(self) -> Mapping[str, str]:
        return {part: whole for catalogue in self._catalogues for part, whole in catalogue.wholes.items()}

    @cached_property
    def _decided(self) -> dict[str, Mapping[Formula, Reason]]:
        return {}

    def _suppressed(self, figures: FigureSet) -> Mapping[Formula, Reason]:
        if figures.id not in self._decided:
            decided = suppressed_figures(self._formulas, figures, self.threshold, self._wholes)
            self._decided[figures.id] = decided
        return self._decided[figures.id]

    def value(self, indicator: Indicator, figures: FigureSet) -> Shown | None:
        """Return what may be published of an indicator at a date; None where the figures do not tell."""
        value = value_of(indicator, figures)
        if value is None:
            return None
        reason = self._suppressed(figures).get(formula(indicator))
        return value if reason is None else Suppressed(reason)


class Publication(Struct, frozen=True, dict=True):
    """The figures of one application as its readers may see them; make one and ask it for all."""

    application: Application

    @cached_property
    def protection(self) -> Protection:
        """What is decided for the whole dossier."""
        return Protection(self.application.dossier, self.application.catalogue)

    def value(self, indicator_id: str, cycle: str) -> Shown | None:
        """Return an indicator's value in this or an earlier round; None where it is unknown."""
        return next((shown for at, shown in self.history(indicator_id) if at == cycle), None)

    def history(self, indicator_id: str) -> tuple[tuple[str, Shown], ...]:
        """Return (round, value) of this and earlier rounds, newest first, leaving out unknown ones."""
        indicator = self.application.catalogue.indicators.get(indicator_id)
        return tuple(self._history(indicator)) if indicator else ()

    def _history(self, indicator: Indicator) -> Iterator[tuple[str, Shown]]:
        for cycle, figures in self.application.figure_history:
            shown = self.protection.value(indicator, figures)
            if shown is not None:
                yield cycle, shown

    def omissions(self) -> tuple[Omission, ...]:
        """Return the figures of this and earlier rounds that are not published, newest round first."""
        return tuple(
            Omission(cycle, indicator.title, shown.reason)
            for cycle, figures in self.application.figure_history
            for indicator in self.application.catalogue.indicators.values()
            if isinstance(shown := self.protection.value(indicator, figures), Suppressed)
        )


def published(application: Application) -> Publication:
    """Return the figures of an application as its readers may see them: the same for all who ask."""
    found: Publication = application.kept.setdefault(_KEPT, Publication(application))
    return found


def suppressed_note(threshold: int) -> str:
    """Explain to readers why a figure is not there."""
    return (
        "Wegen kleiner Fallzahl nicht veröffentlicht: Das betrifft Gruppen mit weniger als "
        f"{threshold} Personen und Werte, aus denen sie sich errechnen ließen."
    )
