"""TEA601: all that proves a measure is older than the reporting period."""

from collections.abc import Iterator

from tea_assistant.checks.dated import outdated
from tea_assistant.checks.measures import called, in_effect, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.quotes import quoted
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
        # A page without a date is as new as the last look at it.
        dates = [proof.dated or proof.retrieved for proof in evidence.proofs]
        if in_effect(application, evidence) and (latest := outdated(dates, period)):
            proof = evidence.proofs[latest.at]
            name = quoted(proof.title or proof.file or proof.url)
            yield RULE.finding(
                evidence.where,
                ("proofs", latest.at),
                f"{called(evidence)}: Der jüngste Nachweis mit Datum, {name} ({german_date(latest.date)}), "
                f"ist älter als der Berichtszeitraum, der am {period.begin:%d.%m.%Y} beginnt.",
                "Fügen Sie einen Nachweis aus der Zeit seit der letzten Bewerbung hinzu, oder tragen Sie bei "
                "einem neueren das Datum ein.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA601",
    severity=Severity.WARNING,
    title="Nachweise älter als der Berichtszeitraum",
    why=(
        "Eine erneute Bewerbung zeigt, was seit der letzten geschehen ist. Ein Nachweis aus der Zeit davor "
        "belegt, dass es die Maßnahme gab, nicht dass es sie noch gibt."
    ),
    wrong="# letzte Bewerbung: 30. April 2022\nproofs:\n  - {title: Konzept, dated: 2019-05-04}",
    right=(
        "proofs:\n"
        "  - {title: Konzept, dated: 2019-05-04}\n"
        "  - {title: Programm des dritten Durchgangs, dated: 2024-09}"
    ),
    check=_check,
)
