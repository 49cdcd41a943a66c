"""TEA507: a comment or a sign-off on something that is no longer there."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.review.items import item_of
from tea_assistant.review.people import called
from tea_assistant.review.requirements import is_under_way
from tea_assistant.review.threads import ThreadState, threads


def _check(application: Application) -> Iterator[Finding]:
    if not is_under_way(application):
        return
    for thread in threads(application):
        if not thread.stands and thread.state is not ThreadState.SETTLED:
            yield RULE.finding(
                thread.review.where,
                ("comments", thread.index),
                f"Die Anmerkung von {called(thread.review)} gilt einer Stelle, die es nicht mehr gibt: "
                f"{thread.item or 'ohne Angabe'}",
                f"Ist sie damit erledigt, melden Sie es: tea review --resolve {thread.ref}",
            )
    for review in application.round.reviews.values():
        for index, signoff in enumerate(review.signoffs):
            item = item_of(application, signoff.key)
            if item is None:
                yield RULE.finding(
                    review.where,
                    ("signoffs", index),
                    f"Die Freigabe von {called(review)} gilt einer Stelle, die es nicht mehr gibt: "
                    f"{quoted(signoff.title or signoff.key)}",
                    "Kommt die Stelle unverändert wieder, gilt auch die Freigabe wieder. Zurücknehmen: "
                    f'tea review --as "{review.name}" --withdraw {signoff.key}',
                )
            elif not item.can_be_signed:
                yield RULE.finding(
                    review.where,
                    ("signoffs", index),
                    f"Die Freigabe von {called(review)} gilt einem ganzen Teil, nennt aber keinen Stand: "
                    f"{quoted(item.part_title)}",
                    f'Freigeben, was darin steht: tea review --as "{review.name}" --approve {item.key}',
                    item.part,
                )


RULE = Rule(
    code="TEA507",
    severity=Severity.HINT,
    title="Geprüfte Stelle gibt es nicht mehr",
    why="Eine Anmerkung oder Freigabe ins Leere sagt nichts über das, was abgegeben wird.",
    wrong="comments:\n  - {id: a1, item: af03/af03-abgeschafft, text: Bitte kürzen.}",
    right="comments:\n  - {id: a1, item: af03/af03-mentoring, text: Bitte kürzen.}",
    check=_check,
)
