"""The measures of a round, as the rules look at them."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import Evidence, EvidenceState

_NOT_IN_EFFECT = (EvidenceState.PLANNED, EvidenceState.ENDED)


def linked_measures(application: Application) -> Iterator[Evidence]:
    """Yield each measure that stands in the application of this round, in the order of the text."""
    for evidence_id in application.links:
        if evidence := application.dossier.evidence.get(evidence_id):
            yield evidence


def state_of(application: Application, evidence: Evidence) -> EvidenceState | None:
    """Return what became of a measure in this round; None where nothing is recorded."""
    return evidence.in_cycle(application.cycle.id).state


def in_effect(application: Application, evidence: Evidence) -> bool:
    """Tell whether a measure works today: what is only planned or already over shows nothing."""
    return state_of(application, evidence) not in _NOT_IN_EFFECT


def called(evidence: Evidence) -> str:
    """Return how messages name a measure: by its title in quotation marks."""
    return quoted(evidence.title or evidence.id)


def linked_by(application: Application, evidence_ids: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Return the measures with these ids, without those that the dossier does not have."""
    known = application.dossier.evidence
    return tuple(known[evidence_id] for evidence_id in evidence_ids if evidence_id in known)
