"""TEA609: all results of a measure are older than the reporting period."""

from collections.abc import Iterator

from tea_assistant.checks.dated import outdated
from tea_assistant.checks.measures import called, in_effect, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.reporting import reporting_period
from tea_assistant.prose.dates import german_date


def _check(application: Application) -> Iterator[Finding]:
    period = reporting_period(application)
    if period is None:
        return
    for evidence in linked_measures(application):
        dates = [result.as_of for result in evidence.results]
        if in_effect(application, evidence) and (latest := outdated(dates, period)):
            yield RULE.finding(
                evidence.where,
                ("results", latest.at),
                f"{called(evidence)}: Das jüngste Ergebnis mit Stichtag ({german_date(latest.date)}) ist "
                f"älter als der Berichtszeitraum, der am {period.begin:%d.%m.%Y} beginnt.",
                "Fügen Sie ein neues Ergebnis hinzu. Das alte bleibt stehen: So wird die Entwicklung "
                "sichtbar.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA609",
    severity=Severity.HINT,
    title="Ergebnisse älter als der Berichtszeitraum",
    why=(
        "Die Jury fragt, was die Maßnahme seit der letzten Bewerbung bewirkt hat. Ein Ergebnis von davor hat "
        "sie schon beurteilt."
    ),
    wrong=(
        "# letzte Bewerbung: 30. April 2022\n"
        "results:\n"
        "  - {value: 12, unit: Teilnehmerinnen, as_of: 2021-12-31}"
    ),
    right=(
        "results:\n"
        "  - {value: 12, unit: Teilnehmerinnen, as_of: 2021-12-31}\n"
        "  - {value: 15, unit: Teilnehmerinnen, as_of: 2024-12-31}"
    ),
    check=_check,
)
