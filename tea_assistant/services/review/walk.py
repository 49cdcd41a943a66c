"""The way through a review: to the next item that waits for something."""

from enum import StrEnum

from tea_assistant.review.items import ReviewItem
from tea_assistant.review.standing import Standing, State, standings
from tea_assistant.review.threads import ThreadState
from tea_assistant.services.review.reviewers import Reviewer, review_of
from tea_assistant.services.session import Session


class Wanted(StrEnum):
    """What one goes to."""

    UNREVIEWED = "unreviewed"
    """Not signed yet."""
    CHANGED = "changed"
    """Signed, and changed since."""
    COMMENTED = "commented"
    """With a comment that its author has not settled."""


def next_item(session: Session, reviewer: Reviewer, at: str, wanted: Wanted) -> ReviewItem | None:
    """Return the item behind the one with the key `at` that waits for this, round about; None without one."""
    found = [s for s in standings(session.application, review_of(session, reviewer)) if s.item.file]
    keys = [each.item.key for each in found]
    begin = keys.index(at) + 1 if at in keys else 0
    ahead = [*found[begin:], *found[:begin]]
    return next((each.item for each in ahead if each.item.key != at and _waits(each, wanted)), None)


def _waits(standing: Standing, wanted: Wanted) -> bool:
    if wanted is Wanted.COMMENTED:
        return any(thread.state is not ThreadState.SETTLED for thread in standing.threads)
    state = State.UNREVIEWED if wanted is Wanted.UNREVIEWED else State.VOID
    return standing.item.can_be_signed and standing.state is state
