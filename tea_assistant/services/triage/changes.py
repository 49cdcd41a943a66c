"""Finds out which decided proposal a new one was, where a document has changed since."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from tea_assistant.model.imported import Decided
from tea_assistant.model.proposal import Proposal
from tea_assistant.services.triage.items import Earlier, ItemState
from tea_assistant.services.triage.records import LONGEST_TEXT

_LEAST_ALIKE = 0.6
"""Of their words, two versions of one passage share at least so much."""
_SAME_HEADING = 0.15
_MOST_PAIRS = 250_000


def earlier_versions(fresh: Iterable[Proposal], gone: Mapping[str, Decided]) -> dict[str, Earlier]:
    """Return by the key of a new proposal which decided one it replaces, each at most once."""
    new = list(fresh)
    if not gone or len(new) * len(gone) > _MOST_PAIRS:
        return {}
    words = {key: decided.text.split() for key, decided in gone.items()}
    scores = []
    for proposal in new:
        matcher: SequenceMatcher[str] = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(proposal.text[:LONGEST_TEXT].split())
        for key, decided in gone.items():
            if decided.kind != proposal.kind.value:
                continue
            bonus = _bonus(proposal, decided)
            matcher.set_seq1(words[key])
            if (
                matcher.real_quick_ratio() + bonus < _LEAST_ALIKE
                or matcher.quick_ratio() + bonus < _LEAST_ALIKE
            ):
                continue
            score = matcher.ratio() + bonus
            if score >= _LEAST_ALIKE:
                scores.append((-score, proposal.key, key))
    found: dict[str, Earlier] = {}
    taken: set[str] = set()
    for _, key, old in sorted(scores):
        if key not in found and old not in taken:
            taken.add(old)
            found[key] = _earlier(old, gone[old])
    return found


def _bonus(proposal: Proposal, decided: Decided) -> float:
    heading = proposal.origin.heading if proposal.origin else ""
    return _SAME_HEADING if heading and heading == decided.heading else 0.0


def _earlier(key: str, decided: Decided) -> Earlier:
    state = ItemState(decided.state.value) if decided.state else ItemState.OPEN
    return Earlier(key, decided.title, decided.text, state, decided.evidence)
