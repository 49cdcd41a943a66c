"""TEA213: a measure ends before it begins."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for evidence in application.dossier.evidence.values():
        if _is_before(evidence.until, evidence.since):
            yield RULE.finding(
                evidence.where,
                ("until",),
                f"{called(evidence)}: Das Ende ({evidence.until}) liegt vor dem Beginn ({evidence.since}).",
                "Sind „Seit“ und „Bis“ vertauscht?",
                part_of_evidence(application, evidence),
            )


def _is_before(first: str, second: str) -> bool:
    one, other = _numbers(first), _numbers(second)
    # Only as far as both are known: 2017 is not before 2017-04.
    common = min(len(one), len(other))
    return one[:common] < other[:common]


def _numbers(date: str) -> tuple[int, ...]:
    parts = date.split("-")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()


RULE = Rule(
    code="TEA213",
    severity=Severity.ERROR,
    title="Ende vor dem Beginn",
    why=(
        "Ein unmöglicher Zeitraum stellt alle anderen Angaben der Maßnahme in Frage. Meist ist es ein "
        "Zahlendreher."
    ),
    wrong="since: 2019\nuntil: 2017",
    right="since: 2017\nuntil: 2019",
    check=_check,
)
