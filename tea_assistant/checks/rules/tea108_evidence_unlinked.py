"""TEA108: a measure counts in this round, but is linked to no activity."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, state_of
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.finding import Finding, Severity

_AT_WORK = (EvidenceState.NEW, EvidenceState.CONTINUED, EvidenceState.EXPANDED)


def _check(application: Application) -> Iterator[Finding]:
    if not application.action_fields:
        return  # Without a catalogue nothing can be linked, and TEA026 says so.
    for evidence in application.dossier.evidence.values():
        if evidence.id not in application.links and (reason := _reason(application, evidence)):
            yield RULE.finding(
                evidence.where,
                (),
                f"{called(evidence)} ist {reason}, aber mit keiner angekreuzten Aktivität verknüpft: "
                "In der Bewerbung steht die Maßnahme nicht.",
                _hint(application, evidence),
                part_of_evidence(application, evidence),
            )


def _reason(application: Application, evidence: Evidence) -> str:
    """Say why a measure is expected in this round; empty where it is not."""
    state = state_of(application, evidence)
    if state in _AT_WORK:
        title = application.labels.value("evidence", "cycles", "state", state)
        return f"in dieser Runde als „{title}“ eingetragen"
    # A measure with a state in other rounds only has its place there.
    if not evidence.cycles and _meant_fields(application, evidence):
        return "für diese Runde vorgesehen"
    return ""


def _meant_fields(application: Application, evidence: Evidence) -> list[str]:
    criteria = set(evidence.criteria)
    return [
        field.label
        for field in application.action_fields
        if field.id in evidence.action_fields or any(c.id in criteria for c in field.criteria)
    ]


def _hint(application: Application, evidence: Evidence) -> str:
    fields = ", ".join(f"„{label}“" for label in _meant_fields(application, evidence))
    return f"Verknüpfen Sie die Maßnahme mit einer Aktivität{f' in {fields}' if fields else ''}."


RULE = Rule(
    code="TEA108",
    severity=Severity.WARNING,
    title="Maßnahme nirgends verknüpft",
    why=(
        "Eine Maßnahme steht nur dann in der Bewerbung, wenn sie eine angekreuzte Aktivität belegt. Was "
        "nirgends verknüpft ist, bekommt die Jury nicht zu sehen."
    ),
    wrong='# evidence/mentoring-fuer-frauen.yaml\ncycles:\n  "2025": {state: expanded}',
    right=(
        "# cycles/2025/fields/af03.yaml\n"
        "criteria:\n"
        "  af03-mentoring:\n"
        "    applies: true\n"
        "    evidence: [mentoring-fuer-frauen]"
    ),
    check=_check,
)
