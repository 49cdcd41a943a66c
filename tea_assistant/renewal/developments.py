"""What became of each measure between two rounds."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.evidence import Evidence, EvidenceInCycle, EvidenceState, Result
from tea_assistant.prose.folding import collated
from tea_assistant.renewal.rounds import (
    Recorded,
    is_current,
    last_recorded,
    linked,
    reference_date,
    rounds_between,
)
from tea_assistant.renewal.successors import fields_in_order


class Development(StrEnum):
    """What became of a measure since an earlier round."""

    NEW = "new"
    EXPANDED = "expanded"
    CONTINUED = "continued"
    PLANNED = "planned"
    ENDED = "ended"
    UNDECIDED = "undecided"
    """It was current then, and nobody has said what it is now."""


class MeasureProgress(Struct, frozen=True):
    """A measure with what became of it since an earlier round."""

    evidence: Evidence
    development: Development
    cycle: str
    """The round that says so; for what is undecided, the one that should."""
    said: EvidenceInCycle
    results: tuple[Result, ...]
    """What it achieved since the earlier round."""
    before: Recorded | None
    """What was last said of it before."""

    @property
    def title(self) -> str:
        """What the measure is called."""
        return self.evidence.title or self.evidence.id

    @property
    def planned(self) -> str:
        """The round that announced it, where no more than that was said of it before; else empty."""
        return self.before.cycle if self.before and self.before.state is EvidenceState.PLANNED else ""


_STATES = {
    EvidenceState.PLANNED: Development.PLANNED,
    EvidenceState.ENDED: Development.ENDED,
    EvidenceState.EXPANDED: Development.EXPANDED,
    EvidenceState.NEW: Development.NEW,
    EvidenceState.CONTINUED: Development.CONTINUED,
}
_Entry = tuple[str, EvidenceInCycle]


def developments(dossier: Dossier, old: str, new: str, catalogue: Catalogue) -> tuple[MeasureProgress, ...]:
    """Return what became of the measures of two rounds, by main action field and title."""
    order = {field: at for at, field in enumerate(fields_in_order(catalogue))}

    def place(progress: MeasureProgress) -> tuple[int, str, str]:
        fields = (order[field] for field in progress.evidence.action_fields if field in order)
        return next(fields, len(order)), collated(progress.title), progress.evidence.id

    return tuple(sorted(_developments(dossier, old, new), key=place))


def _developments(dossier: Dossier, old: str, new: str) -> Iterator[MeasureProgress]:
    links = {cycle: linked(dossier.rounds[cycle]) for cycle in (old, new)}
    between = rounds_between(dossier.rounds, old, new)
    for evidence in dossier.evidence.values():
        entries = [(c, evidence.cycles[c]) for c in between if evidence.in_cycle(c).state is not None]
        stood = is_current(evidence, old, links[old])
        decided = _decided(entries, new)
        if decided:
            development, (cycle, said) = decided
        elif entries or stood or evidence.id in links[new]:
            development, cycle, said = Development.UNDECIDED, new, EvidenceInCycle()
        else:
            continue
        results = tuple(_since(evidence, dossier, old, new))
        before = last_recorded(evidence, cycle)
        yield MeasureProgress(evidence, development, cycle, said, results, before)


def _decided(entries: Sequence[_Entry], new: str) -> tuple[Development, _Entry] | None:
    """Tell what the entries after the earlier round come to; None where the newer round says nothing."""
    if not entries:
        return None
    cycle, last = entries[-1]
    ended = last.state is EvidenceState.ENDED
    if last.state in (None, EvidenceState.OPEN) or (cycle != new and not ended):
        return None
    if ended or last.state is EvidenceState.PLANNED:
        return _STATES[last.state], entries[-1]
    # What began or grew in a round between the two is new or expanded, seen from the earlier one.
    for state in (EvidenceState.NEW, EvidenceState.EXPANDED):
        for entry in reversed(entries):
            if entry[1].state is state:
                return _STATES[state], entry
    return Development.CONTINUED, entries[-1]


def _since(evidence: Evidence, dossier: Dossier, old: str, new: str) -> Iterator[Result]:
    """Yield the results that are newer than the earlier round, and no newer than the later one."""
    begin = reference_date(dossier.rounds[old].cycle)
    is_newest = new == max(dossier.rounds)
    for result in evidence.results:
        # A year alone sorts before its days: results of the earlier round's own year do not count as later.
        if result.as_of > begin and (is_newest or result.as_of <= reference_date(dossier.rounds[new].cycle)):
            yield result
