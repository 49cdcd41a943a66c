"""The measures of a round: which are linked, which are current, and what was last said of them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from tea_assistant.model.cycle import Cycle, FieldAnswer, Round
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.reporting import handed_in


class Recorded(NamedTuple):
    """What became of a measure, and in which round that was put down."""

    cycle: str
    state: EvidenceState


def linked(round_: Round) -> frozenset[str]:
    """Return the measures linked in a round, also to activities that are not decided yet."""
    return frozenset(chain.from_iterable(map(_links, round_.fields.values())))


def _links(answer: FieldAnswer) -> Iterator[str]:
    for criterion in answer.criteria.values():
        yield from criterion.evidence
    for own in answer.own_criteria:
        yield from own.evidence


def last_recorded(evidence: Evidence, before: str) -> Recorded | None:
    """Return the newest state of a measure before a round; „open“ is none, as nobody has looked at it."""
    found = [
        Recorded(cycle, entry.state)
        for cycle, entry in evidence.cycles.items()
        if cycle < before and entry.state not in (None, EvidenceState.OPEN)
    ]
    return max(found, default=None)


def is_current(evidence: Evidence, cycle: str, links: frozenset[str]) -> bool:
    """Tell whether a measure stood in a round and had not ended; `links` are the round's."""
    state = evidence.in_cycle(cycle).state
    if state is not None:
        return state is not EvidenceState.ENDED
    last = last_recorded(evidence, cycle)
    return evidence.id in links and (last is None or last.state is not EvidenceState.ENDED)


def current_measures(dossier: Dossier, cycle: str) -> tuple[Evidence, ...]:
    """Return the measures that stood in a round and had not ended, by id."""
    links = linked(dossier.rounds[cycle])
    return tuple(
        dossier.evidence[e] for e in sorted(dossier.evidence) if is_current(dossier.evidence[e], cycle, links)
    )


def rounds_between(rounds: Iterable[str], old: str, new: str) -> list[str]:
    """Return the rounds after the old one up to the new one, oldest first."""
    return sorted(cycle for cycle in rounds if old < cycle <= new)


def was_concluded(round_: Round) -> bool:
    """Tell whether a round was handed in, as far as the dossier knows."""
    return bool(round_.cycle.submitted) or round_.jury is not None


def titles(dossier: Dossier) -> Mapping[str, str]:
    """Return the title of each measure by its id."""
    return {evidence.id: evidence.title or evidence.id for evidence in dossier.evidence.values()}


def reference_date(cycle: Cycle) -> str:
    """Return the day up to which a round could tell: when it was handed in, or had to be."""
    day = handed_in(cycle)
    return day.isoformat() if day else cycle.id
