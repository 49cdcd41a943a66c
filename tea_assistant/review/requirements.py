"""Which signatures a round demands, and which of them are there."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.cycle import RequiredSignOff
from tea_assistant.model.review import Review
from tea_assistant.review.items import ReviewItem, review_items, signable
from tea_assistant.review.people import alike
from tea_assistant.review.standing import is_signed


class Missing(Struct, frozen=True):
    """What a role still has to sign in a part."""

    role: str
    part: str
    part_title: str
    items: tuple[ReviewItem, ...]
    """Not signed, or signed in a state that is no more."""
    total: int
    rule: int
    """Which of the rules of the round demands it."""


def signed_by(application: Application, item: ReviewItem) -> tuple[Review, ...]:
    """Return who has signed an item as it is now."""
    reviews = application.round.reviews.values()
    return tuple(review for review in reviews if is_signed(application, item, review))


def missing_signatures(application: Application) -> tuple[Missing, ...]:
    """Return what the rules of the round demand and nobody of the role has signed, rule by rule."""
    return tuple(_missing(application))


def parts_of(application: Application, required: RequiredSignOff) -> tuple[str, ...]:
    """Return the parts that a rule is about, in the order of the application."""
    return tuple(p.id for p in application.parts if not required.parts or p.id in required.parts)


def unknown_parts(application: Application) -> Iterator[tuple[int, int, str]]:
    """Yield the parts that rules name and the application does not have: rule, place in it, id."""
    known = {part.id for part in application.parts}
    for rule, required in enumerate(application.cycle.sign_off):
        for at, part in enumerate(required.parts):
            if part not in known:
                yield rule, at, part


def _missing(application: Application) -> Iterator[Missing]:
    titles = {item.key: item.part_title for item in review_items(application) if not item.can_be_signed}
    for rule, required in enumerate(application.cycle.sign_off):
        if not required.role.strip():
            continue
        for part in parts_of(application, required):
            items = signable(application, part)
            unsigned = tuple(item for item in items if not _is_signed(application, item, required.role))
            if unsigned:
                yield Missing(required.role, part, titles[part], unsigned, len(items), rule)


def _is_signed(application: Application, item: ReviewItem, role: str) -> bool:
    return any(alike(review.role, role) for review in signed_by(application, item))


def is_under_way(application: Application) -> bool:
    """Tell whether the round is being reviewed: somebody has begun or has to, and it is not handed in.

    What lives on after that makes signatures void which had done their duty; only who says or signs
    something later takes the review up again.
    """
    round_ = application.round
    submitted = round_.cycle.submitted
    if not submitted:
        return bool(round_.reviews or round_.cycle.sign_off)
    return any(made[: len(submitted)] > submitted for made in _moments(round_.reviews.values()))


def _moments(reviews: Iterable[Review]) -> Iterator[str]:
    for review in reviews:
        yield from (comment.made for comment in review.comments)
        yield from (reply.made for reply in review.replies)
        yield from (signoff.made for signoff in review.signoffs)
