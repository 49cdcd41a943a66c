"""TEA202: a measure does not say whom it is for."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for evidence in linked_measures(application):
        if not evidence.target_groups:
            yield RULE.finding(
                evidence.where,
                ("target_groups",),
                f"{called(evidence)}: Es fehlt, für wen die Maßnahme gedacht ist.",
                "Nennen Sie jede Gruppe für sich, etwa „Frauen mit Führungsinteresse“, „Auszubildende“.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA202",
    severity=Severity.WARNING,
    title="Zielgruppe fehlt",
    why=(
        "Eine Maßnahme für alle erreicht oft niemanden. Die Jury will wissen, wer gemeint ist, und "
        "achtet auf Gruppen, die mehrfach benachteiligt sind."
    ),
    wrong="target_groups: []",
    right="target_groups: [Frauen mit Führungsinteresse, Auszubildende]",
    check=_check,
)
