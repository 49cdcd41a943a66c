"""TEA208: a measure is measured against a rule that it does not name."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import LegalCharacter
from tea_assistant.model.finding import Finding, Severity

_RESTS_ON_A_RULE = (
    LegalCharacter.STATUTORY,
    LegalCharacter.BEYOND_LAW,
    LegalCharacter.COLLECTIVE_AGREEMENT,
)


def _check(application: Application) -> Iterator[Finding]:
    for evidence in linked_measures(application):
        character = evidence.legal_character
        if character in _RESTS_ON_A_RULE and not evidence.legal_basis.strip():
            title = application.labels.value("evidence", "legal_character", character)
            yield RULE.finding(
                evidence.where,
                ("legal_basis",),
                f"{called(evidence)}: Als Verbindlichkeit ist „{title}“ gewählt, aber die Rechtsgrundlage "
                "fehlt.",
                "Nennen Sie Paragraf und Gesetz oder den Tarifvertrag, etwa § 6 LGG NRW.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA208",
    severity=Severity.WARNING,
    title="Rechtsgrundlage fehlt",
    why=(
        "Ob eine Maßnahme über das Gesetz hinausgeht, kann die Jury nur beurteilen, wenn sie weiß, was das "
        "Gesetz verlangt."
    ),
    wrong="legal_character: beyond_law\nlegal_basis:",
    right="legal_character: beyond_law\nlegal_basis: § 6 LGG NRW",
    check=_check,
)
