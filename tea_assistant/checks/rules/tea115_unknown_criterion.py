"""TEA115: an answer to an activity that the catalogue does not have."""

from collections.abc import Iterator

from tea_assistant.checks.answers import answered_fields
from tea_assistant.checks.nearest import suggestion
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    home = {c.id: field.label for field in application.catalogue.fields.values() for c in field.criteria}
    for field, answer in answered_fields(application):
        known = [criterion.id for criterion in field.criteria]
        for criterion_id in answer.criteria:
            if criterion_id in known:
                continue
            elsewhere = home.get(criterion_id)
            yield RULE.finding(
                answer.where,
                ("criteria", criterion_id),
                f"{field.label}: Die Aktivität „{criterion_id}“ gibt es in diesem Aktionsfeld nicht.",
                f"Sie gehört zum Aktionsfeld „{elsewhere}“."
                if elsewhere
                else suggestion(criterion_id, known, "Was der Katalog nicht hat, gehört unter own_criteria."),
                field.id,
            )


RULE = Rule(
    code="TEA115",
    severity=Severity.ERROR,
    title="Unbekannte Aktivität",
    why=(
        "Was unter einer unbekannten Kennung steht, erscheint in keiner Bewerbung. Meist ist es ein "
        "Tippfehler, oder die Antwort stammt aus einem älteren Katalog."
    ),
    wrong="criteria:\n  af03-mentorng:\n    applies: true",
    right="criteria:\n  af03-mentoring:\n    applies: true",
    check=_check,
)
