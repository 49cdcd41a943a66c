"""TEA510: a rule of the round demands the signature of a part that there is not."""

from collections.abc import Iterator

from tea_assistant.checks.nearest import suggestion
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.review.requirements import unknown_parts


def _check(application: Application) -> Iterator[Finding]:
    known = [part.id for part in application.parts]
    for rule, at, part in unknown_parts(application):
        yield RULE.finding(
            application.cycle.where,
            ("sign_off", rule, "parts", at),
            f"Einen Teil {quoted(part)} hat die Bewerbung nicht; seine Freigabe kann niemand geben.",
            suggestion(part, known, f"Möglich sind: {', '.join(known)}"),
        )


RULE = Rule(
    code="TEA510",
    severity=Severity.WARNING,
    title="Freizugebender Teil unbekannt",
    why="Eine Regel, die ins Leere zeigt, sichert nichts: Alle glauben, der Teil werde freigegeben.",
    wrong="sign_off:\n  - {role: Personalrat, parts: [af3]}",
    right="sign_off:\n  - {role: Personalrat, parts: [af03]}",
    check=_check,
)
