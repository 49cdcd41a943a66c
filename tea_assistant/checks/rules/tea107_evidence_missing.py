"""TEA107: an activity is ticked, but no measure backs it."""

from collections.abc import Iterator

from tea_assistant.checks.answers import all_ticked
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for ticked in all_ticked(application):
        if not ticked.evidence:
            good = ticked.criterion.good_evidence if ticked.criterion else ""
            yield RULE.finding(
                ticked.answer.where,
                (*ticked.path, "evidence"),
                f"{ticked.field.label}: {quoted(ticked.title)} ist {ticked.claim}, aber mit keiner Maßnahme "
                "belegt.",
                f"Das überzeugt: {good}" if good else "Verknüpfen Sie mindestens eine Maßnahme.",
                ticked.field.id,
            )


RULE = Rule(
    code="TEA107",
    severity=Severity.WARNING,
    title="Angekreuzte Aktivität ohne Maßnahme",
    why=(
        "Zu jeder angekreuzten Aktivität erwartet die Jury eine Maßnahme, die sie belegt. Dieselbe "
        "Maßnahme darf mehrere Aktivitäten belegen."
    ),
    wrong="af03-mentoring:\n  applies: true\n  evidence: []",
    right="af03-mentoring:\n  applies: true\n  evidence: [mentoring-fuer-frauen]",
    check=_check,
)
