"""Who reviews, and in which role."""

from collections.abc import Iterator

from tea_assistant.model.application import Application
from tea_assistant.model.review import Review
from tea_assistant.review.items import ItemKind, ReviewItem


def alike(one: str, other: str) -> bool:
    """Tell whether two names or roles are the same, but for case and blanks."""
    return _plain(one) == _plain(other)


def called(review: Review) -> str:
    """Name a reviewer with the role, as messages do."""
    name = " ".join(review.name.split()) or review.id
    role = " ".join(review.role.split())
    return f"{name} ({role})" if role else name


def is_author(application: Application, item: ReviewItem, review: Review) -> bool:
    """Tell whether a reviewer has written what stands there: as an author of the round, or of the measure."""
    names = [*application.cycle.authors]
    evidence = application.dossier.evidence.get(item.name) if item.kind is ItemKind.MEASURE else None
    if evidence:
        names.append(evidence.in_cycle(application.cycle.id).by)
    return any(alike(name, review.name) for name in names if name.strip())


def namesakes(application: Application) -> Iterator[tuple[Review, Review]]:
    """Yield the reviews that have the name of an earlier one, each with that one."""
    first: dict[str, Review] = {}
    for review in application.round.reviews.values():
        if name := _plain(review.name):
            earlier = first.setdefault(name, review)
            if earlier is not review:
                yield review, earlier


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
