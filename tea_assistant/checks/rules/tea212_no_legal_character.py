"""TEA212: a measure does not say whether the law demands it."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for evidence in linked_measures(application):
        if evidence.legal_character is None:
            yield RULE.finding(
                evidence.where,
                ("legal_character",),
                f"{called(evidence)}: Es fehlt, ob die Maßnahme freiwillig ist oder vorgeschrieben.",
                "Wählen Sie die Verbindlichkeit: freiwillig, über das Gesetz hinaus, gesetzlich "
                "vorgeschrieben oder tariflich vereinbart.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA212",
    severity=Severity.WARNING,
    title="Verbindlichkeit fehlt",
    why=(
        "Die Jury bewertet, was freiwillig geschieht oder über das Gesetz hinausgeht. Ohne diese Angabe "
        "zählt die Maßnahme dafür nicht."
    ),
    wrong="legal_character:",
    right="legal_character: voluntary",
    check=_check,
)
