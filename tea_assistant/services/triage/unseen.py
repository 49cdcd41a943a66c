"""Takes over what nobody has looked at: all of it stays to be confirmed."""

from collections.abc import Callable, Sequence

from tea_assistant.errors import EditError
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.session import Session
from tea_assistant.services.triage.decisions import MEASURES, Taken, accept, trouble
from tea_assistant.services.triage.items import Candidate, Item

_SAME = 0.8
"""From here on a proposal is more likely the measure that is there than another one."""
_CHANGED = "Diese Stelle hat sich geändert, seit über sie entschieden wurde."

Left = tuple[Item, str]


def accept_unseen(
    session: Session, waiting: Sequence[Taken], candidates: Callable[[Item], Sequence[Candidate]]
) -> tuple[int, tuple[Left, ...]]:
    """Take over what can be without a person; return how many, and what stays with its reason."""
    left: list[Left] = []
    measures: list[Taken] = []
    others: list[Taken] = []
    for each in waiting:
        if reason := _doubt(each, candidates) or trouble(session, each):
            left.append((each.item, reason))
        else:
            (measures if each.proposal.kind in MEASURES else others).append(each)
    count = len(accept(session, measures, unread=True)) if measures else 0
    for each in others:
        try:
            accept(session, [each], unread=True)
            count += 1
        except EditError as error:
            left.append((each.item, error.message))
    return count, tuple(left)


def _doubt(each: Taken, candidates: Callable[[Item], Sequence[Candidate]]) -> str:
    if each.item.earlier:
        return _CHANGED
    if each.proposal.kind is not ProposalKind.MEASURE:
        return ""
    best = next(iter(candidates(each.item)), None)
    return f"Das kann die Maßnahme „{best.title}“ sein." if best and best.score >= _SAME else ""
