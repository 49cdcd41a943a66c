"""TEA210: a measure stands in the application, but not what became of it in this round."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures, state_of
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    cycle = application.cycle.id
    for evidence in linked_measures(application):
        if state_of(application, evidence) is None:
            yield RULE.finding(
                evidence.where,
                ("cycles", cycle),
                f"{called(evidence)}: Die Maßnahme ist verknüpft, aber für die Runde {cycle} fehlt ihr "
                "Stand.",
                "Wählen Sie: neu, fortgeführt, ausgebaut, geplant oder beendet.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA210",
    severity=Severity.WARNING,
    title="Stand in dieser Runde fehlt",
    why=(
        "Die Jury will sehen, was neu ist, was ausgebaut und was fortgeführt wurde. Ohne Stand erscheint "
        "alles gleich alt."
    ),
    wrong='cycles:\n  "2022": {state: new}',
    right='cycles:\n  "2022": {state: new}\n  "2025": {state: expanded, change: zweiter Durchgang}',
    check=_check,
)
