"""TEA030: a proof points to a file outside the dossier."""

from collections.abc import Iterator

from tea_assistant.checks.proofs import all_proofs
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for placed in all_proofs(application):
        if placed.attachment and not placed.attachment.inside:
            yield RULE.finding(
                placed.where,
                (*placed.path, "file"),
                f"{placed.owner}: Der Nachweis {placed.name} liegt außerhalb der Mappe und wird nicht "
                f"geöffnet: {placed.proof.file}",
                "Kopieren Sie die Datei in den Ordner attachments/ und tragen Sie diesen Ort ein, etwa "
                "attachments/konzept.pdf.",
                placed.part,
            )


RULE = Rule(
    code="TEA030",
    severity=Severity.ERROR,
    title="Nachweis außerhalb der Mappe",
    why=(
        "Eine Mappe muss vollständig sein, wenn sie weitergegeben wird. Ein Pfad, der aus ihr herausführt, "
        "zeigt bei anderen ins Leere oder auf Dateien, die niemanden etwas angehen."
    ),
    wrong="proofs:\n  - {title: Konzept, file: ../../Desktop/konzept.pdf}",
    right="proofs:\n  - {title: Konzept, file: attachments/konzept.pdf}",
    check=_check,
)
