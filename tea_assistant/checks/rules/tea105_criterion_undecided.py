"""TEA105: nobody has decided whether an activity applies."""

from collections.abc import Iterator

from tea_assistant.checks.answers import answered_fields
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.cycle import CriterionAnswer
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for field, answer in answered_fields(application):
        for criterion in field.criteria:
            if answer.criteria.get(criterion.id, CriterionAnswer()).applies is None:
                yield RULE.finding(
                    answer.where,
                    ("criteria", criterion.id, "applies"),
                    f"{field.label}: Zu {quoted(criterion.title)} ist noch nichts entschieden.",
                    "Kreuzen Sie die Aktivität auch dann an, wenn es kein festes Angebot gibt, aber "
                    "Einzelfälle gelöst wurden. Trifft sie nicht zu, genügt ein Satz, warum.",
                    field.id,
                )


RULE = Rule(
    code="TEA105",
    severity=Severity.HINT,
    title="Aktivität noch nicht entschieden",
    why=(
        "Solange zu einer Aktivität nichts entschieden ist, weiß niemand, ob sie fehlt oder vergessen "
        "wurde. Oft gibt es etwas dazu, das nur nicht so heißt."
    ),
    wrong="criteria: {}",
    right="criteria:\n  af03-mentoring:\n    applies: true",
    check=_check,
)
