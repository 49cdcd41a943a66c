"""TEA401: a text refers to a figure that the catalogue does not have."""

from collections.abc import Iterator

from tea_assistant.checks.nearest import nearest
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import closed_references
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.references import ReferenceKind


def _check(application: Application) -> Iterator[Finding]:
    if not application.catalogue.parts:
        return  # Without a catalogue every figure is unknown, and TEA026 says so.
    known = set(application.catalogue.indicators)
    anywhere = known.union(*(c.indicators for c in application.dossier.catalogues.values()))
    for text, reference in closed_references(application, ReferenceKind.FIGURE):
        # What is not printed in this round may have been written for the catalogue of another.
        if reference.target in (known if text.printed else anywhere):
            continue
        meant = nearest(reference.target, sorted(known))
        yield RULE.finding(
            text.where,
            text.path,
            f"{reference.raw}: Diese Kennzahl gibt es nicht.",
            f"Meinten Sie {{{{{meant}}}}}?"
            if meant
            else "Beim Schreiben schlägt das Programm nach {{ die vorhandenen Kennzahlen vor.",
            text.part,
            place=text.place(reference),
        )


RULE = Rule(
    code="TEA401",
    severity=Severity.ERROR,
    title="Unbekannte Kennzahl im Text",
    why=(
        "Wo die Zahl stehen soll, bliebe in der Bewerbung eine Lücke. Kennzahlen werden eingesetzt statt "
        "abgetippt, damit sie überall gleich sind."
    ),
    wrong="43 Prozent: {{leadership.woman.share}}",
    right="43 Prozent: {{leadership.women.share}}",
    check=_check,
)
