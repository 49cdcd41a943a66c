"""TEA103: an action field has no text at its beginning."""

from collections.abc import Iterator

from tea_assistant.checks.answers import answered_fields
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for field, answer in answered_fields(application):
        prompt = field.opening
        if prompt and prompt.required and not answer.opening.strip():
            yield RULE.finding(
                answer.where,
                ("opening",),
                f"{field.label}: Der Einstieg fehlt.",
                prompt.question or "Schreiben Sie, worauf in diesem Feld der Schwerpunkt liegt und warum.",
                field.id,
            )


RULE = Rule(
    code="TEA103",
    severity=Severity.WARNING,
    title="Einstieg eines Aktionsfelds fehlt",
    why=(
        "Jedes Aktionsfeld beginnt mit einem freien Text: Worauf liegt der Schwerpunkt, und was bedeutet "
        "das Feld für die Organisation? Daran ordnet die Jury alles Weitere ein."
    ),
    wrong="opening:",
    right=(
        "opening: |\n"
        "  Personalarbeit ist unser stärkster Hebel: Bis 2030 wird jede dritte Leitungsstelle frei …"
    ),
    check=_check,
)
