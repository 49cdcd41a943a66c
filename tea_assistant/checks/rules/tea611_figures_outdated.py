"""TEA611: the figures of the round are too old to tell of it."""

from collections.abc import Iterator

from tea_assistant.checks.parts import part_id
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.dates import is_before, months_before
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.reporting import deadline_of, reporting_period
from tea_assistant.prose.dates import german_date

_MONTHS = 16
"""Back from 30 April, this still takes in the last day of the year before the last."""


def _check(application: Application) -> Iterator[Finding]:
    if application.figures and (problem := _problem(application)):
        yield RULE.finding(
            application.cycle.where,
            ("figures",),
            problem,
            "Lassen Sie sich von der Personalstatistik neue Zahlen geben, am besten zum letzten Jahresende, "
            "und tragen Sie den neuen Stichtag ein. Die alten Werte erscheinen dann als frühere.",
            part_id(application, PartKind.FIGURES),
        )


def _problem(application: Application) -> str:
    cycle = application.cycle
    for earlier in application.prior_rounds[:1]:
        if earlier.cycle.figures == cycle.figures:
            return (
                f"Die Kennzahlen vom Stichtag {german_date(cycle.figures)} sind dieselben wie in der Runde "
                f"{earlier.cycle.id}."
            )
    deadline = deadline_of(cycle)
    as_of = application.figures.as_of if application.figures else ""
    if deadline and is_before(as_of, months_before(deadline, _MONTHS)):
        return (
            f"Der Stichtag der Kennzahlen ({german_date(as_of)}) liegt bei der Abgabe am {deadline:%d.%m.%Y} "
            f"mehr als {_MONTHS} Monate zurück."
        )
    period = reporting_period(application)
    if period and is_before(as_of, period.begin):
        return (
            f"Der Stichtag der Kennzahlen ({german_date(as_of)}) liegt vor dem Berichtszeitraum, der mit der "
            f"Runde {period.follows} am {period.begin:%d.%m.%Y} beginnt."
        )
    return ""


RULE = Rule(
    code="TEA611",
    severity=Severity.WARNING,
    title="Kennzahlen veraltet",
    why=(
        "Jurys zitieren die Kennzahlen neben denen der letzten Bewerbung. Sind es dieselben oder sehr alte, "
        "lässt sich kein Fortschritt zeigen."
    ),
    wrong='# Abgabe: 30. April 2025\nfigures: "2022-12-31"',
    right='figures: "2024-12-31"',
    check=_check,
)
