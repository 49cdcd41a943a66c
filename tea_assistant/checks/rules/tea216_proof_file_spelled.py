"""TEA216: the file of a proof has another name, or none at all, on another system."""

from collections.abc import Iterator

from tea_assistant.checks.proofs import all_proofs
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.file_names import is_everywhere
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for placed in all_proofs(application):
        if not (placed.readable and placed.attachment):
            continue
        name = placed.attachment.spelled or placed.proof.file.replace("\\", "/").rpartition("/")[2]
        if not is_everywhere(name):
            said = f"{quoted(name)} kann unter Windows keine Datei heißen."
            hint = "Benennen Sie die Datei um, ohne Sonderzeichen, und hängen Sie sie neu an."
        elif placed.attachment.spelled:
            said = f"Die Datei heißt auf diesem Datenträger {quoted(name)}, der Nachweis schreibt sie anders."
            hint = "Hängen Sie die Datei neu an: Dann bekommt sie einen Namen, der überall gilt."
        else:
            continue
        yield RULE.finding(placed.where, (*placed.path, "file"), f"{placed.owner}: {said}", hint, placed.part)


RULE = Rule(
    code="TEA216",
    severity=Severity.HINT,
    title="Name der Nachweisdatei gilt nicht überall",
    why=(
        "Groß- und Kleinschreibung, zerlegte Umlaute (a und ¨ statt ä) und Zeichen wie ? oder : behandelt "
        "jedes System anders. Auf einem anderen Rechner fehlt die Datei dann."
    ),
    wrong="proofs:\n  - {title: Konzept, file: attachments/Konzept.PDF}    # die Datei heißt konzept.pdf",
    right="proofs:\n  - {title: Konzept, file: attachments/konzept.pdf}",
    check=_check,
)
