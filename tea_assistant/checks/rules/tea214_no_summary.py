"""TEA214: a measure is not described."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for evidence in linked_measures(application):
        if not evidence.summary.strip():
            yield RULE.finding(
                evidence.where,
                ("summary",),
                f"{called(evidence)}: Es fehlt die Beschreibung.",
                "Drei bis acht Sätze: Was geschieht, für wen, seit wann und mit welcher Wirkung?",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA214",
    severity=Severity.WARNING,
    title="Beschreibung der Maßnahme fehlt",
    why=(
        "Im Maßnahmenverzeichnis und im Portal steht zu jeder Maßnahme eine Beschreibung. Ohne sie "
        "liest die Jury nur einen Titel."
    ),
    wrong="summary:",
    right="summary: |\n  Erfahrene Führungskräfte begleiten Mitarbeiterinnen ein Jahr lang …",
    check=_check,
)
