"""What changed between two rounds: measures, figures, and what became of wishes and plans."""

from msgspec import Struct

from tea_assistant.errors import DossierError
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.dossier import Dossier
from tea_assistant.renewal.developments import Development, MeasureProgress, developments
from tea_assistant.renewal.expectations import DueExpectation, due_expectations
from tea_assistant.renewal.figure_changes import FigureChange, figure_changes, figures_of


class Progress(Struct, frozen=True):
    """What changed from one round to a later one."""

    old: str
    new: str
    since_award: bool
    """The earlier round is the one right before, and a jury decided on it."""
    measures: tuple[MeasureProgress, ...]
    """By main action field and title."""
    figures: tuple[FigureChange, ...]
    """Empty while the newer round has no figures of its own."""
    figures_missing: bool
    """The newer round has no figures yet, or those of the earlier one."""
    small_group: int
    """Groups with fewer people than this are not published."""
    expectations: tuple[DueExpectation, ...]
    """What the newer round has to answer, with its answers."""

    def of(self, development: Development) -> tuple[MeasureProgress, ...]:
        """Return the measures that developed in one way."""
        return tuple(measure for measure in self.measures if measure.development is development)

    @property
    def gaps(self) -> tuple[FigureChange, ...]:
        """Figures that were told then and are not told now."""
        return tuple(figure for figure in self.figures if figure.is_gap)

    @property
    def unanswered(self) -> tuple[DueExpectation, ...]:
        """Expectations to which the newer round says nothing."""
        return tuple(due for due in self.expectations if due.answer is None)

    @property
    def plans(self) -> tuple[MeasureProgress, ...]:
        """Measures that were only announced up to the earlier round, whatever became of them."""
        return tuple(measure for measure in self.measures if measure.planned)

    @property
    def ended_without_reason(self) -> tuple[MeasureProgress, ...]:
        """Measures that ended, and nobody has said why."""
        return tuple(m for m in self.of(Development.ENDED) if not m.said.reason.strip())


def progress(dossier: Dossier, old: str, new: str) -> Progress:
    """Compare a round with a later one; raises `DossierError` where there are no such rounds."""
    for cycle in (old, new):
        if cycle not in dossier.rounds:
            known = ", ".join(dossier.rounds) or "noch keine"
            raise DossierError(f"Die Bewerbungsrunde {cycle} gibt es nicht.", hint=f"Vorhanden: {known}.")
    if old >= new:
        raise DossierError(
            f"{old} liegt nicht vor {new}.", hint="Zuerst die frühere Runde, dann die spätere."
        )
    before, after = dossier.rounds[old], dossier.rounds[new]
    now = figures_of(dossier, after.cycle)
    missing = now is None or now is figures_of(dossier, before.cycle)
    catalogue = dossier.catalogues.get(after.cycle.catalogue) or Catalogue(after.cycle.catalogue)
    return Progress(
        old,
        new,
        since_award=before.jury is not None and not any(old < cycle < new for cycle in dossier.rounds),
        measures=developments(dossier, old, new, catalogue),
        figures=() if missing else tuple(figure_changes(dossier, before.cycle, after.cycle)),
        figures_missing=missing,
        small_group=dossier.organisation.house_rules.small_group,
        expectations=due_expectations(dossier, new, since=old),
    )
