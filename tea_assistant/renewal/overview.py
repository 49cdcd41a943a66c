"""All rounds of a dossier side by side."""

from collections.abc import Mapping

from msgspec import Struct

from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.renewal.figure_changes import figures_of, indicators_of


class MeasureRow(Struct, frozen=True):
    """A measure with its state in every round that names it."""

    id: str
    title: str
    states: Mapping[str, EvidenceState]


class FigureRow(Struct, frozen=True):
    """An indicator with its value in every round that tells it."""

    id: str
    title: str
    required: bool
    values: Mapping[str, Value]


class Overview(Struct, frozen=True):
    """What the rounds say of measures and figures."""

    rounds: tuple[str, ...]
    """Oldest first."""
    measures: tuple[MeasureRow, ...]
    figures: tuple[FigureRow, ...]


def overview(dossier: Dossier) -> Overview:
    """Put all rounds side by side; measures come by the round that named them first, then by title."""
    rounds = tuple(sorted(dossier.rounds))
    measures = [
        MeasureRow(evidence.id, evidence.title or evidence.id, states)
        for evidence in dossier.evidence.values()
        if (states := {c: s for c in rounds if (s := evidence.in_cycle(c).state) is not None})
    ]
    measures.sort(key=lambda row: (min(row.states), row.title.casefold(), row.id))
    return Overview(rounds, tuple(measures), _figures(dossier, rounds))


def _figures(dossier: Dossier, rounds: tuple[str, ...]) -> tuple[FigureRow, ...]:
    cycles = [dossier.rounds[cycle].cycle for cycle in rounds]
    found = {cycle.id: figures for cycle in cycles if (figures := figures_of(dossier, cycle))}
    return tuple(
        FigureRow(name, indicator.title, indicator.required, values)
        for name, indicator in indicators_of(dossier, *reversed(cycles)).items()
        if (values := {c: v for c, figures in found.items() if (v := value_of(indicator, figures))})
    )
