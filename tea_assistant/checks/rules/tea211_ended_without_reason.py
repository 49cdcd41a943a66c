"""TEA211: a measure has ended, and nobody says why."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, state_of
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    cycle = application.cycle.id
    for evidence in application.dossier.evidence.values():
        ended = state_of(application, evidence) is EvidenceState.ENDED
        if ended and not evidence.in_cycle(cycle).reason.strip():
            yield RULE.finding(
                evidence.where,
                ("cycles", cycle, "reason"),
                f"{called(evidence)}: Die Maßnahme ist beendet, aber der Grund fehlt.",
                "Ein Satz genügt, etwa „In das neue Führungsprogramm überführt“.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA211",
    severity=Severity.HINT,
    title="Beendet ohne Grund",
    why=(
        "Was in der letzten Bewerbung stand und nun fehlt, fällt der Jury auf. Ein guter Grund macht aus "
        "einer Lücke eine Entwicklung."
    ),
    wrong='cycles:\n  "2025": {state: ended}',
    right='cycles:\n  "2025": {state: ended, reason: In das neue Führungsprogramm überführt}',
    check=_check,
)
