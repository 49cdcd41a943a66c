"""TEA106: an activity is ticked, but nothing is said about it."""

from collections.abc import Iterator

from tea_assistant.checks.answers import all_ticked
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for ticked in all_ticked(application):
        if not ticked.statement.strip():
            question = ticked.criterion.question if ticked.criterion else ""
            yield RULE.finding(
                ticked.answer.where,
                (*ticked.path, "statement"),
                f"{ticked.field.label}: {quoted(ticked.title)} ist {ticked.claim}, aber nicht beschrieben.",
                question or "Schreiben Sie, was geschieht, seit wann, für wen und mit welchem Ergebnis.",
                ticked.field.id,
            )


RULE = Rule(
    code="TEA106",
    severity=Severity.WARNING,
    title="Angekreuzte Aktivität nicht beschrieben",
    why=(
        "Ein Kreuz allein überzeugt niemanden. Die Jury bewertet, was geschieht, seit wann, für wen und mit "
        "welchem Ergebnis."
    ),
    wrong="af03-mentoring:\n  applies: true",
    right=(
        "af03-mentoring:\n"
        "  applies: true\n"
        "  statement: |\n"
        "    Seit 2017 begleiten Führungskräfte Mitarbeiterinnen ein Jahr lang …"
    ),
    check=_check,
)
