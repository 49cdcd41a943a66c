"""TEA204: nothing proves a measure."""

from collections.abc import Iterator

from tea_assistant.checks.measures import called, linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for evidence in linked_measures(application):
        if not evidence.proofs:
            yield RULE.finding(
                evidence.where,
                ("proofs",),
                f"{called(evidence)}: Es fehlt ein Nachweis.",
                "Hängen Sie eine Datei an oder nennen Sie einen Link: Konzept, Beschluss, Programm, "
                "Pressebericht.",
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA204",
    severity=Severity.WARNING,
    title="Nachweis fehlt",
    why="Was belegt ist, überzeugt. Wer prüft oder freigibt, muss von jeder Behauptung zum Beleg kommen.",
    wrong="proofs: []",
    right="proofs:\n  - {title: Konzept, file: attachments/mentoring-konzept.pdf, dated: 2023-05-04}",
    check=_check,
)
