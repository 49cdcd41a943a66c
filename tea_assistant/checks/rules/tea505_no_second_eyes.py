"""TEA505: nobody but its authors has looked at something, although others are reviewed."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.reviews import listed, source_of
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.review.items import review_items, signable
from tea_assistant.review.requirements import is_under_way, parts_of

_HINT = (
    "Lassen Sie die Stellen gegenlesen, oder legen Sie in den Angaben zur Runde fest, welche Teile "
    "freizugeben sind."
)


def _check(application: Application) -> Iterator[Finding]:
    signed = {s.item for review in application.round.reviews.values() for s in review.signoffs}
    if not signed or not is_under_way(application):
        return
    demanded = {part for rule in application.cycle.sign_off for part in parts_of(application, rule)}
    untouched = []
    for whole in review_items(application):
        items = () if whole.can_be_signed or whole.part in demanded else signable(application, whole.part)
        unseen = [item.title for item in items if item.key not in signed]
        if unseen and len(unseen) == len(items):
            untouched.append(whole.part_title)
        elif unseen:
            yield RULE.finding(
                source_of(application, whole),
                (),
                f"{quoted(whole.part_title)}: {len(unseen)} von {len(items)} Stellen hat noch niemand "
                f"freigegeben: {listed(unseen)}.",
                _HINT,
                whole.part,
            )
    if untouched:
        names = ", ".join(map(quoted, untouched))
        yield RULE.finding(
            application.cycle.where, (), f"Diese Teile hat noch niemand freigegeben: {names}.", _HINT
        )


RULE = Rule(
    code="TEA505",
    severity=Severity.HINT,
    title="Nicht gegengelesen",
    why=(
        "Vier Augen sehen mehr als zwei. Sobald jemand in dieser Runde etwas freigegeben hat, fällt auf, was "
        "noch niemand angesehen hat."
    ),
    wrong="# reviews/erika-mustermann.yaml: nur ein Teil\nsignoffs:\n  - {item: af03/opening, …}",
    right="signoffs:\n  - {item: af03/opening, …}\n  - {item: af03/closing, …}",
    check=_check,
)
