"""TEA102: a text on the organisation's understanding of equality is missing."""

from collections.abc import Iterator

from tea_assistant.checks.parts import part_id
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    cycle = application.cycle
    part = part_id(application, PartKind.UNDERSTANDING)
    for prompt in application.catalogue.understanding:
        if prompt.required and not cycle.understanding.get(prompt.id, "").strip():
            yield RULE.finding(
                cycle.where,
                ("understanding", prompt.id),
                f"Grundverständnis: Der Text {quoted(prompt.title)} fehlt.",
                prompt.question or "Schreiben Sie drei bis acht Sätze.",
                part,
            )


RULE = Rule(
    code="TEA102",
    severity=Severity.WARNING,
    title="Text zum Grundverständnis fehlt",
    why=(
        "Das Grundverständnis zeigt der Jury, aus welcher Haltung die Maßnahmen kommen. Ohne diese Texte "
        "wirken sie wie eine Liste einzelner Angebote."
    ),
    wrong="understanding: {}",
    right=(
        "understanding:\n"
        "  verstaendnis: |\n"
        "    Chancengleichheit heißt für uns, dass alle Mitarbeiter*innen …"
    ),
    check=_check,
)
