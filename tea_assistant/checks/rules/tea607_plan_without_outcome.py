"""TEA607: something was announced in an earlier round, and this one does not say what came of it."""

from collections.abc import Iterator

from tea_assistant.checks.expectations import Owed, owed
from tea_assistant.checks.measures import called, state_of
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.review import ExpectationKind


def _check(application: Application) -> Iterator[Finding]:
    announced = [due for due in owed(application) if due.expectation.kind is ExpectationKind.ANNOUNCED]
    for due in announced:
        if not due.is_answered:
            yield _of_expectation(application, due)
    # The jury quotes plans from the application: what was said of one there need not be said twice.
    told = {due.expectation.id for due in announced}
    told.update(evidence for due in announced for evidence in due.answer.evidence)
    for evidence in application.dossier.evidence.values():
        cycle = _announced_in(application, evidence)
        if cycle and evidence.id not in told and (missing := _missing(application, evidence)):
            yield RULE.finding(
                evidence.where,
                ("cycles", application.cycle.id),
                f"{called(evidence)} war {cycle} angekündigt; {missing}.",
                "Wählen Sie, was daraus geworden ist. Bleibt es beim Plan, schreiben Sie unter "
                "„Veränderung“, was seither geschehen ist.",
                part_of_evidence(application, evidence),
            )


def _of_expectation(application: Application, due: Owed) -> Finding:
    missing = "ohne Grund nicht weiterverfolgt" if due.lacks_reason else "fehlt, was daraus geworden ist"
    return RULE.finding(
        due.where,
        due.path,
        f"{due.cycle} angekündigt, für {application.cycle.id} {missing}: {due.shown}",
        f"Tragen Sie für {application.cycle.id} ein: umgesetzt, läuft oder nicht weiterverfolgt, und warum.",
        due.part,
    )


def _announced_in(application: Application, evidence: Evidence) -> str:
    """Return the earlier round that announced a measure; empty where the last word was another."""
    for round_ in application.prior_rounds:
        match evidence.in_cycle(round_.cycle.id).state:
            case EvidenceState.PLANNED:
                return round_.cycle.id
            case None | EvidenceState.OPEN:
                continue
            case _:
                return ""
    return ""


def _missing(application: Application, evidence: Evidence) -> str:
    said = evidence.in_cycle(application.cycle.id)
    match state_of(application, evidence):
        case None | EvidenceState.OPEN:
            return f"für {application.cycle.id} fehlt, was daraus geworden ist"
        case EvidenceState.PLANNED if not said.change.strip():
            return "geplant ist es noch immer, und nichts sagt, was seither geschehen ist"
    return ""


RULE = Rule(
    code="TEA607",
    severity=Severity.WARNING,
    title="Angekündigtes ohne Ergebnis",
    why=(
        "Was in der letzten Bewerbung geplant war, hat die Jury mitbewertet. Umgesetzt, in Arbeit oder aus "
        "gutem Grund aufgegeben: Alles davon überzeugt, nur das Schweigen nicht."
    ),
    wrong='cycles:\n  "2022": {state: planned}\n  "2025": {state: planned}',
    right='cycles:\n  "2022": {state: planned}\n  "2025": {state: new, change: Seit 2024 für alle Neuen.}',
    check=_check,
)
