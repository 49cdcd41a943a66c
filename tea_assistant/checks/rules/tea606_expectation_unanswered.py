"""TEA606: a jury asked for something or noticed it, and this round does not answer."""

from collections.abc import Iterator

from tea_assistant.checks.expectations import owed
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.review import ExpectationKind


def _check(application: Application) -> Iterator[Finding]:
    for due in owed(application):
        if due.expectation.kind is ExpectationKind.ANNOUNCED or due.is_answered:
            continue
        missing = "ohne Grund nicht weiterverfolgt" if due.lacks_reason else "noch nicht beantwortet"
        verb = "bemerkt" if due.expectation.kind is ExpectationKind.NOTICED else "erwartet"
        yield RULE.finding(
            due.where,
            due.path,
            f"Für {application.cycle.id} {missing}, was die Jury {due.cycle} {verb} hat: {due.shown}",
            f"Tragen Sie für {application.cycle.id} ein, was daraus geworden ist: umgesetzt, läuft oder "
            "nicht weiterverfolgt, mit einem Satz und den Maßnahmen, die es belegen.",
            due.part,
        )


RULE = Rule(
    code="TEA606",
    severity=Severity.WARNING,
    title="Erwartung der Jury nicht beantwortet",
    why=(
        "Die Jury liest ihre letzte Begründung noch einmal. Was sie gefragt oder bemerkt hat, ist die erste "
        "Stelle, an der sie nach Fortschritt sucht; auch ein begründetes Nein ist eine Antwort."
    ),
    wrong="expectations:\n  - {id: fuehrung-30-50, kind: noticed, text: Wenige Frauen unter 50 führen.}",
    right=(
        "expectations:\n"
        "  - id: fuehrung-30-50\n"
        "    kind: noticed\n"
        "    text: Wenige Frauen unter 50 führen.\n"
        "    answers:\n"
        '      "2028": {state: running, text: Das Programm wirbt gezielt um sie., evidence: [fuehrung]}'
    ),
    check=_check,
)
