"""TEA613: a measure is over when the jury decides."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, in_effect, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.dates import is_before, span_of
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.reporting import deadline_of, jury_date
from tea_assistant.prose.dates import german_date


def _check(application: Application) -> Iterator[Finding]:
    deadline, jury = deadline_of(application.cycle), jury_date(application.round)
    decides = span_of(jury)
    if deadline is None or decides is None:
        return
    for evidence in linked_measures(application):
        # What is over before the deadline is no news to the one who writes: TEA605 looks at how it is told.
        over = is_before(evidence.until, decides.first) and not is_before(evidence.until, deadline)
        if over and in_effect(application, evidence):
            yield RULE.finding(
                evidence.where,
                ("until",),
                f"{called(evidence)} läuft nur bis {german_date(evidence.until)}: Wenn die Jury entscheidet "
                f"({german_date(jury)}), ist die Maßnahme vorbei.",
                "Schreiben Sie, was danach kommt, oder tragen Sie das neue Ende ein, wenn sie verlängert "
                "ist.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA613",
    severity=Severity.HINT,
    title="Maßnahme endet vor der Juryentscheidung",
    why=(
        "Zwischen Abgabe und Entscheidung liegen gut zwei Monate. Endet eine Maßnahme in dieser Zeit, "
        "bewertet die Jury etwas, was es nicht mehr gibt."
    ),
    wrong="# Abgabe: 30. April 2025, Entscheidung: Juli 2025\nuntil: 2025-05",
    right="until: 2025-05\nsummary: |\n  … Ab Juni 2025 führt die Volkshochschule das Angebot weiter.",
    check=_check,
)
