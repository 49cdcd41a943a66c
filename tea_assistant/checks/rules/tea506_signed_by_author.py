"""TEA506: only who has written it has signed it."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.reviews import listed
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.review import Review
from tea_assistant.review.items import ReviewItem, review_items, signable
from tea_assistant.review.people import called, is_author
from tea_assistant.review.requirements import is_under_way, signed_by


def _check(application: Application) -> Iterator[Finding]:
    if not is_under_way(application):
        return
    for review in application.round.reviews.values():
        for whole in review_items(application):
            items = () if whole.can_be_signed else signable(application, whole.part)
            own = [item for item in items if _is_alone(application, item, review)]
            if own:
                at = next(n for n, signoff in enumerate(review.signoffs) if signoff.item == own[0].key)
                yield RULE.finding(
                    review.where,
                    ("signoffs", at),
                    f"{called(review)} hat in {quoted(whole.part_title)} Eigenes freigegeben, und sonst "
                    f"niemand: {listed([item.title for item in own])}.",
                    "Lassen Sie eine zweite Person gegenlesen.",
                    whole.part,
                )


def _is_alone(application: Application, item: ReviewItem, review: Review) -> bool:
    signed = signed_by(application, item)
    return review in signed and all(is_author(application, item, other) for other in signed)


RULE = Rule(
    code="TEA506",
    severity=Severity.WARNING,
    title="Nur selbst freigegeben",
    why="Wer einen Text geschrieben hat, liest, was gemeint war. Gegenlesen kann nur eine andere Person.",
    wrong=(
        "# cycle.yaml\nauthors: [Erika Mustermann]\n\n"
        "# reviews/erika-mustermann.yaml\nsignoffs:\n  - {item: af03/opening, …}"
    ),
    right="# reviews/max-muster.yaml\nname: Max Muster\nsignoffs:\n  - {item: af03/opening, …}",
    check=_check,
)
