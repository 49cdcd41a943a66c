"""TEA402: a text refers to a measure that the dossier does not have."""

from collections.abc import Iterator

from tea_assistant.checks.nearest import nearest
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import closed_references
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.references import ReferenceKind


def _check(application: Application) -> Iterator[Finding]:
    known = application.dossier.evidence
    for text, reference in closed_references(application, ReferenceKind.EVIDENCE):
        if reference.target in known:
            continue
        meant = nearest(reference.target, known)
        yield RULE.finding(
            text.where,
            text.path,
            f"{reference.raw}: Diese Maßnahme gibt es nicht.",
            f"Meinten Sie [[{meant}]]?"
            if meant
            else "Beim Schreiben schlägt das Programm nach [[ die vorhandenen Maßnahmen vor.",
            text.part,
            place=text.place(reference),
        )


RULE = Rule(
    code="TEA402",
    severity=Severity.ERROR,
    title="Unbekannte Maßnahme im Text",
    why=(
        "Der Verweis führt ins Leere: In der Bewerbung stünde statt des Titels der Maßnahme eine Lücke. "
        "Zwischen den Klammern steht der Dateiname ohne Endung, hinter einem senkrechten Strich auf Wunsch "
        "der Wortlaut, der statt des Titels gedruckt wird: [[mentoring-fuer-frauen|beim Mentoring]]."
    ),
    wrong="Das [[mentoring-frauen]] läuft seit 2017.",
    right="Das [[mentoring-fuer-frauen]] läuft seit 2017.",
    check=_check,
)
