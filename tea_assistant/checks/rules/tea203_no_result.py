"""TEA203: a measure that has begun shows no result."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures, state_of
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for evidence in linked_measures(application):
        planned = state_of(application, evidence) is EvidenceState.PLANNED
        if not evidence.results and not planned:
            yield RULE.finding(
                evidence.where,
                ("results",),
                f"{called(evidence)}: Es fehlt ein Ergebnis.",
                "Am besten eine Zahl mit Stichtag und Quelle, etwa „12 Teilnehmerinnen“; sonst ein Satz, "
                "was sich geändert hat.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA203",
    severity=Severity.WARNING,
    title="Ergebnis fehlt",
    why=(
        "Die Jury fragt nach Wirkung, nicht nach Absicht. Eine Zahl mit Stichtag und Quelle lässt sich in "
        "drei Jahren vergleichen."
    ),
    wrong="results: []",
    right="results:\n  - {value: 12, unit: Teilnehmerinnen, as_of: 2024-12-31, source: Teilnahmeliste}",
    check=_check,
)
