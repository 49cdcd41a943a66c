"""TEA114: nobody has noted until when the application must be in."""

from collections.abc import Iterator

from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.dates import german_day


def _check(application: Application) -> Iterator[Finding]:
    cycle = application.cycle
    if not cycle.deadline and not cycle.submitted:
        yield RULE.finding(
            cycle.where,
            ("deadline",),
            f"Bewerbungsrunde {cycle.id}: Es fehlt, bis wann die Bewerbung abzugeben ist.",
            _usual(application.catalogue, cycle.id),
        )


def _usual(catalogue: Catalogue, year: str) -> str:
    if not catalogue.deadline:
        return "Der Tag steht in der Ausschreibung oder im Portal."
    return f"In der Regel ist es der {german_day(catalogue.deadline)}: {catalogue.deadline_in(year)}"


RULE = Rule(
    code="TEA114",
    severity=Severity.WARNING,
    title="Abgabetermin fehlt",
    why=(
        "Wer die Frist versäumt, verliert eine Runde; eine Verlängerung muss bis zum 30. April des dritten "
        "Gültigkeitsjahres vorliegen. Mit dem Termin zählt das Programm die Tage."
    ),
    wrong="deadline:",
    right='deadline: "2025-04-30"',
    check=_check,
)
