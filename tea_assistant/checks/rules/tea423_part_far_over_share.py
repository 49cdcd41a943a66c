"""TEA423: the document is too long, and a part has a good deal more than its share of the pages."""

from collections.abc import Iterator

from tea_assistant.checks.lengths import (
    is_too_long,
    longest,
    pages_text,
    part_called,
    part_lengths,
    share_text,
    where_written,
)
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    if not is_too_long(application):
        return
    for length in part_lengths(application):
        if not length.is_far:
            continue
        named = longest(application, length.part.id)
        yield RULE.finding(
            *where_written(application, length.part),
            f"{part_called(application, length.part)} ist {pages_text(length.excess)} Seiten über seinem "
            f"Richtwert von {share_text(length.part)}, und die Bewerbung ist insgesamt zu lang.",
            f"Am längsten sind: {named}" if named else "",
            length.part.id,
        )


RULE = Rule(
    code="TEA423",
    severity=Severity.WARNING,
    title="Teil weit über seinem Richtwert",
    why=(
        "Die Bewerbung ist zu lang, und dieser Teil liegt mehr als ein Viertel über seinem Richtwert: Hier "
        "bringt Kürzen am meisten. Solange die Bewerbung in ihren Umfang passt, bleibt es bei einem Hinweis."
    ),
    wrong="af03: 6,1 Seiten, Richtwert 4",
    right="af03: 4 Seiten, Richtwert 4",
    check=_check,
)
