"""How far a reviewer is."""

from collections import Counter

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.review import Review
from tea_assistant.review.standing import State, standings


class Tally(Struct, frozen=True):
    """How many items stand how with one reviewer, without the parts as wholes."""

    total: int
    approved: int
    void: int
    unreviewed: int
    gone: int
    open_threads: int
    """Comments of everybody that nobody calls settled."""


def tally(application: Application, review: Review | None) -> Tally:
    """Count where the items of an application stand with a reviewer."""
    found = standings(application, review)
    states = Counter(each.state for each in found if each.item.can_be_signed)
    gone = states[State.GONE]
    open_threads = sum(len(each.open_threads) for each in found)
    return Tally(
        states.total() - gone,
        states[State.APPROVED],
        states[State.VOID],
        states[State.UNREVIEWED],
        gone,
        open_threads,
    )
