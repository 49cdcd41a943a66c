"""TEA422: a part is longer than its share of the pages."""

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
    for length in part_lengths(application):
        # In a document that is too long, another rule speaks of those that are far over.
        if length.excess <= 0 or (length.is_far and is_too_long(application)):
            continue
        named = longest(application, length.part.id)
        yield RULE.finding(
            *where_written(application, length.part),
            f"{part_called(application, length.part)} hat {pages_text(length.pages)} Seiten, sein Richtwert "
            f"ist {share_text(length.part)}.",
            f"Am längsten sind: {named}" if named else "",
            length.part.id,
        )


RULE = Rule(
    code="TEA422",
    severity=Severity.HINT,
    title="Teil über seinem Richtwert",
    why=(
        "Der Katalog schlägt vor, wie sich die Seiten auf die Teile verteilen. Wird ein Teil länger, wirkt "
        "die Bewerbung unausgewogen, oder ein anderer Teil muss kürzer werden."
    ),
    wrong="af03: 4,3 Seiten, Richtwert 4",
    right="af03: 3,9 Seiten, Richtwert 4",
    check=_check,
)
