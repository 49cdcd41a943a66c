"""TEA113: an activity does not apply, and nobody says why."""

from collections.abc import Iterator

from tea_assistant.checks.answers import answered_fields
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for field, answer in answered_fields(application):
        for criterion in field.criteria:
            said = answer.criteria.get(criterion.id)
            if said and said.applies is False and not said.because.strip():
                yield RULE.finding(
                    answer.where,
                    ("criteria", criterion.id, "because"),
                    f"{field.label}: {quoted(criterion.title)} trifft nicht zu, aber der Grund fehlt.",
                    "Ein Satz genügt. Er ist nur für das Haus und steht nicht in der Bewerbung.",
                    field.id,
                )


RULE = Rule(
    code="TEA113",
    severity=Severity.HINT,
    title="Warum nicht? Grund fehlt",
    why=(
        "In drei Jahren weiß niemand mehr, warum etwas nicht zutraf. Der Grund erspart der nächsten "
        "Bewerbung die Suche und zeigt, was noch aufgebaut werden kann."
    ),
    wrong="af03-nachfolgeplanung:\n  applies: false",
    right="af03-nachfolgeplanung:\n  applies: false\n  because: Wird mit dem neuen Stellenplan aufgebaut.",
    check=_check,
)
