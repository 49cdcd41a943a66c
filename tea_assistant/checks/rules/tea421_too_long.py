"""TEA421: the document has more pages than it may have."""

from collections.abc import Iterator

from tea_assistant.checks.lengths import is_too_long, longest
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    if application.pages is None or not is_too_long(application):
        return
    total, limit = application.pages.total, application.page_limit
    named = longest(application)
    yield RULE.finding(
        application.cycle.where,
        ("page_budget",),
        f"Die Bewerbung hat {total} Seiten, vorgesehen sind {limit}.",
        f"Am längsten sind: {named}" if named else "",
    )


RULE = Rule(
    code="TEA421",
    severity=Severity.WARNING,
    title="Bewerbung zu lang",
    why=(
        "Die Jury liest in kurzer Zeit viele Bewerbungen. Was über den vorgesehenen Umfang hinausgeht, wird "
        "überflogen, und das Wichtige mit ihm. Gezählt werden die Seiten des PDF, mit Titelblatt und Inhalt."
    ),
    wrong="page_budget: 25   # und das PDF hat 29 Seiten",
    right="page_budget: 25   # und das PDF hat 24 Seiten",
    check=_check,
)
