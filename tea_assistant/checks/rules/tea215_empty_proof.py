"""TEA215: a proof is only a title."""

from collections.abc import Iterator

from tea_assistant.checks.proofs import printed_proofs
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for placed in printed_proofs(application):
        if not placed.proof.file and not placed.proof.url:
            yield RULE.finding(
                placed.where,
                placed.path,
                f"{placed.owner}: Der Nachweis {placed.name} hat weder Datei noch Link.",
                "Hängen Sie die Datei an, oder tragen Sie die Internetadresse ein.",
                placed.part,
            )


RULE = Rule(
    code="TEA215",
    severity=Severity.HINT,
    title="Nachweis ohne Datei und Link",
    why="Ein Titel allein lässt sich nicht prüfen und nicht mitschicken.",
    wrong="proofs:\n  - {title: Konzept}",
    right="proofs:\n  - {title: Konzept, file: attachments/konzept.pdf}",
    check=_check,
)
