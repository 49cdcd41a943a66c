"""TEA206: the file of a proof was changed after it had been attached."""

from collections.abc import Iterator

from tea_assistant.checks.proofs import all_proofs
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for placed in all_proofs(application):
        noted = placed.proof.sha256.lower()
        # A file that could not be hashed is not known to have changed.
        now = placed.attachment.sha256.lower() if placed.attachment and placed.readable else ""
        if noted and now and noted != now:
            yield RULE.finding(
                placed.where,
                (*placed.path, "sha256"),
                f"{placed.owner}: Die Datei zum Nachweis {placed.name} wurde seit dem Anhängen geändert: "
                f"{placed.proof.file}",
                "Sehen Sie nach, ob die neue Fassung noch belegt, was sie soll, und hängen Sie sie neu an.",
                placed.part,
            )


RULE = Rule(
    code="TEA206",
    severity=Severity.WARNING,
    title="Nachweisdatei geändert",
    why=(
        "Geprüft und freigegeben wurde eine andere Fassung. Wer die neue nicht ansieht, belegt vielleicht "
        "etwas, was nicht mehr darin steht."
    ),
    wrong="# attachments/konzept.pdf hat inzwischen eine andere Prüfsumme\nsha256: 3f5a…",
    right="# nach dem Ansehen neu angehängt\nsha256: b91c…",
    check=_check,
)
