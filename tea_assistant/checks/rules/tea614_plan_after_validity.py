"""TEA614: a plan begins only when the award has run out."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures, state_of
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.dates import span_of
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.reporting import validity
from tea_assistant.prose.dates import german_date


def _check(application: Application) -> Iterator[Finding]:
    valid = validity(application.round)
    for evidence in linked_measures(application):
        begins = span_of(evidence.since)
        planned = state_of(application, evidence) is EvidenceState.PLANNED
        if valid and begins and planned and begins.first > valid.last:
            yield RULE.finding(
                evidence.where,
                ("since",),
                f"{called(evidence)} beginnt erst {german_date(evidence.since)}; das Prädikat gilt bis Ende "
                f"{valid.last.year}.",
                "Lassen Sie den Plan für die nächste Bewerbung, oder nennen Sie einen Schritt, der früher "
                "kommt.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA614",
    severity=Severity.HINT,
    title="Plan beginnt nach der Gültigkeit",
    why=(
        "Das Prädikat gilt drei Jahre, und nach ihnen wird am Angekündigten gemessen. Was erst später "
        "beginnt, kann bis dahin nur ein offenes Versprechen sein."
    ),
    wrong='# Bewerbung 2025, gültig bis 2027\nsince: 2029\ncycles:\n  "2025": {state: planned}',
    right='since: 2026\ncycles:\n  "2025": {state: planned}',
    check=_check,
)
