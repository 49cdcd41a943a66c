"""TEA209: a measure was carried over, and nobody has looked at it in this round."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, state_of
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for evidence in application.dossier.evidence.values():
        if state_of(application, evidence) is EvidenceState.OPEN:
            yield RULE.finding(
                evidence.where,
                ("cycles", application.cycle.id, "state"),
                f"{called(evidence)}: In der Runde {application.cycle.id} hat noch niemand geprüft, was aus "
                "der Maßnahme geworden ist.",
                "Wählen Sie: neu, fortgeführt, ausgebaut, geplant oder beendet.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA209",
    severity=Severity.WARNING,
    title="Maßnahme noch nicht angesehen",
    why=(
        "Aus der letzten Bewerbung Übernommenes gilt nicht von selbst weiter. Veraltetes, das als aktuell "
        "erscheint, kostet Vertrauen."
    ),
    wrong='cycles:\n  "2025": {state: open}',
    right='cycles:\n  "2025": {state: continued, confirmed: 2025-02-11, by: Gleichstellungsstelle}',
    check=_check,
)
