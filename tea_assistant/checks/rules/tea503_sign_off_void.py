"""TEA503: something has changed since it was signed."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.reviews import listed, source_of
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.review.items import item_of
from tea_assistant.review.people import called
from tea_assistant.review.requirements import is_under_way
from tea_assistant.review.standing import Standing, State, standing
from tea_assistant.review.threads import item_title


def _check(application: Application) -> Iterator[Finding]:
    if not is_under_way(application):
        return
    for review in application.round.reviews.values():
        for key in dict.fromkeys(signoff.item for signoff in review.signoffs):
            item = item_of(application, key)
            found = standing(application, item, review) if item and item.can_be_signed else None
            if found and found.state is State.VOID:
                title = quoted(item_title(application, key))
                yield RULE.finding(
                    source_of(application, found.item),
                    found.item.path,
                    f"Die Freigabe von {called(review)} zu {title} gilt nicht mehr. {_changed(found)}",
                    "Bitten Sie um eine neue Freigabe. Was sich geändert hat, zeigt: "
                    f'tea review --as "{review.name}" --show {key}',
                    found.item.part,
                )


def _changed(found: Standing) -> str:
    if found.signoff is None or not found.signoff.fingerprint:
        return "Sie nennt keinen Stand, für den sie gilt."
    names = [" ".join(change.title.split()) for change in found.changes]
    return f"Seitdem geändert: {listed(names)}." if names else "Seitdem hat sich etwas geändert."


RULE = Rule(
    code="TEA503",
    severity=Severity.WARNING,
    title="Freigabe gilt nicht mehr",
    why=(
        "Freigegeben wurde ein bestimmter Stand: der Text mit seinen Maßnahmen, Nachweisen und Kennzahlen. "
        "Hat sich davon etwas geändert, hat die Person etwas anderes unterschrieben, als abgegeben würde."
    ),
    wrong="# der Text wurde danach geändert\nsignoffs:\n  - {item: af03/opening, fingerprint: 3f5a…}",
    right="# noch einmal angesehen und freigegeben\nsignoffs:\n  - {item: af03/opening, fingerprint: b91c…}",
    check=_check,
)
