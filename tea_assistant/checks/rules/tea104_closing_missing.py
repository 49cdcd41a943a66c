"""TEA104: an action field has no text at its end."""

from collections.abc import Iterator

from tea_assistant.checks.answers import answered_fields
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for field, answer in answered_fields(application):
        prompt = field.closing
        if prompt and prompt.required and not answer.closing.strip():
            yield RULE.finding(
                answer.where,
                ("closing",),
                f"{field.label}: Der Abschluss fehlt.",
                prompt.question or "Schreiben Sie, was dieses Feld bewirkt hat und was als Nächstes kommt.",
                field.id,
            )


RULE = Rule(
    code="TEA104",
    severity=Severity.WARNING,
    title="Abschluss eines Aktionsfelds fehlt",
    why=(
        "Jedes Aktionsfeld endet mit einem freien Text: Was trägt es zum Erfolg bei, und was kommt als "
        "Nächstes? Die Jury liest daraus, ob aus den Maßnahmen eine Strategie wird."
    ),
    wrong="closing:",
    right=(
        "closing: |\n"
        "  Der Frauenanteil in der Führung liegt bei {{leadership.women.share|trend}}. Als Nächstes …"
    ),
    check=_check,
)
