"""TEA405: the closing brackets of a reference are missing."""

from collections.abc import Iterator

from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import all_references
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.references import ReferenceKind


def _check(application: Application) -> Iterator[Finding]:
    for text, reference in all_references(application):
        if reference.closed:
            continue
        closing = "}}" if reference.kind is ReferenceKind.FIGURE else "]]"
        yield RULE.finding(
            text.where,
            text.path,
            f"{reference.raw}: Die schließenden Klammern {closing} fehlen.",
            f"Schreiben Sie {reference.raw.rstrip('.')}{closing} ohne Zeilenwechsel dazwischen.",
            text.part,
            place=text.place(reference),
        )


RULE = Rule(
    code="TEA405",
    severity=Severity.ERROR,
    title="Verweis nicht geschlossen",
    why=(
        "Ohne die schließenden Klammern ist es kein Verweis: In der Bewerbung stünden die Klammern und die "
        "Kennung als Text."
    ),
    wrong="Das [[mentoring-fuer-frauen läuft seit 2017.",
    right="Das [[mentoring-fuer-frauen]] läuft seit 2017.",
    check=_check,
)
