"""TEA201: a measure does not say since when it exists."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for evidence in linked_measures(application):
        if not evidence.since:
            yield RULE.finding(
                evidence.where,
                ("since",),
                f"{called(evidence)}: Es fehlt, seit wann es die Maßnahme gibt.",
                "So genau, wie Sie es wissen: 2017, 2017-04 oder 2017-04-01.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA201",
    severity=Severity.WARNING,
    title="Seit wann fehlt",
    why="Die Jury sucht Beständigkeit und Neues. Ohne Beginn ist beides nicht zu erkennen.",
    wrong="since:",
    right="since: 2017",
    check=_check,
)
