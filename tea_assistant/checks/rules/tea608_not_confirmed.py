"""TEA608: nothing shows that somebody has looked at a measure's facts since the last application."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.dates import is_before, span_of
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.reporting import ReportingPeriod, reporting_period
from tea_assistant.prose.dates import german_date

_CARRIED_ON = (EvidenceState.CONTINUED, EvidenceState.EXPANDED)


def _check(application: Application) -> Iterator[Finding]:
    period = reporting_period(application)
    if period is None:
        return
    for evidence in linked_measures(application):
        if missing := _missing(application, evidence, period):
            yield RULE.finding(
                evidence.where,
                ("cycles", application.cycle.id, "confirmed"),
                f"{called(evidence)}: {missing}.",
                "Fragen Sie die zuständige Stelle, und tragen Sie unter „Bestätigt am“ ein, wann sie es "
                "bestätigt hat.",
                part_of_evidence(application, evidence),
            )


def _missing(application: Application, evidence: Evidence, period: ReportingPeriod) -> str:
    said = evidence.in_cycle(application.cycle.id)
    if said.state not in _CARRIED_ON:
        return ""
    if is_before(said.confirmed, period.begin):
        return (
            f"Zuletzt bestätigt wurde sie vor der letzten Bewerbung ({period.begin:%d.%m.%Y}): "
            f"{german_date(said.confirmed)}"
        )
    if said.confirmed or any(_is_recent(date, period) for date in _dates(evidence)):
        return ""
    return f"Nichts zeigt, dass seit der letzten Bewerbung ({period.begin:%d.%m.%Y}) jemand nachgefragt hat"


def _dates(evidence: Evidence) -> Iterator[str]:
    """Yield all dates that show when somebody had to do with the measure."""
    yield evidence.collected
    yield evidence.covers.get("to", "")
    for result in evidence.results:
        yield result.as_of
    for proof in evidence.proofs:
        yield proof.dated
        yield proof.retrieved


def _is_recent(date: str, period: ReportingPeriod) -> bool:
    return span_of(date) is not None and not is_before(date, period.begin)


RULE = Rule(
    code="TEA608",
    severity=Severity.HINT,
    title="Seit der letzten Runde nicht bestätigt",
    why=(
        "„Fortgeführt“ ist schnell angekreuzt. Mit Datum und Stelle weiß auch die Nachfolge, wer es gesagt "
        "hat und wann, und die Prüfung kann nachfragen."
    ),
    wrong='cycles:\n  "2025": {state: continued}',
    right='cycles:\n  "2025": {state: continued, confirmed: 2025-02-11, by: Personalentwicklung}',
    check=_check,
)
