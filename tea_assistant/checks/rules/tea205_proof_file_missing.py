"""TEA205: the file of a proof is not there."""

from collections.abc import Iterator

from tea_assistant.checks.proofs import all_proofs
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for placed in all_proofs(application):
        found = placed.attachment
        if found and found.inside and not found.exists:
            yield RULE.finding(
                placed.where,
                (*placed.path, "file"),
                f"{placed.owner}: Die Datei zum Nachweis {placed.name} fehlt: {placed.proof.file}",
                _hint(found.spelled),
                placed.part,
            )


def _hint(spelled: str) -> str:
    if spelled:
        return f"Dort liegt „{spelled}“: Bitte beide gleich schreiben, auch groß und klein."
    return "Legen Sie die Datei dorthin, oder hängen Sie sie neu an."


RULE = Rule(
    code="TEA205",
    severity=Severity.ERROR,
    title="Nachweisdatei fehlt",
    why=(
        "Das Anlagenverzeichnis nennt eine Datei, die niemand mitschicken kann. Oft wurde sie verschoben "
        "oder umbenannt."
    ),
    wrong="proofs:\n  - {title: Konzept, file: attachments/konzept-alt.pdf}    # gibt es nicht mehr",
    right="proofs:\n  - {title: Konzept, file: attachments/konzept.pdf}",
    check=_check,
)
