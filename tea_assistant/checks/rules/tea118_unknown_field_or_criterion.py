"""TEA118: a measure names an action field or an activity that no catalogue of the dossier has."""

from collections.abc import Collection, Iterator

from tea_assistant.checks.measures import called
from tea_assistant.checks.nearest import suggestion
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    catalogues = [application.catalogue, *application.dossier.catalogues.values()]
    fields = {field_id: field for catalogue in catalogues for field_id, field in catalogue.fields.items()}
    if not fields:
        return  # Without a catalogue every field is unknown, and TEA026 says so.
    criteria = {c.id for catalogue in catalogues for f in catalogue.fields.values() for c in f.criteria}
    own = {
        criterion.id
        for round_ in application.dossier.rounds.values()
        for answer in round_.fields.values()
        for criterion in answer.own_criteria
    }
    for evidence in application.dossier.evidence.values():
        yield from _unknown(application, evidence, "action_fields", "Das Aktionsfeld", fields)
        yield from _unknown(application, evidence, "criteria", "Die Aktivität", criteria | own)


def _unknown(
    application: Application, evidence: Evidence, key: str, thing: str, known: Collection[str]
) -> Iterator[Finding]:
    for index, name in enumerate(getattr(evidence, key)):
        if name not in known:
            yield RULE.finding(
                evidence.where,
                (key, index),
                f"{called(evidence)}: {thing} „{name}“ gibt es in keinem Katalog dieser Mappe.",
                suggestion(name, sorted(known), "Nehmen Sie die Kennung heraus."),
                part_of_evidence(application, evidence),
            )


RULE = Rule(
    code="TEA118",
    severity=Severity.ERROR,
    title="Maßnahme nennt Unbekanntes",
    why=(
        "Eine Maßnahme mit falscher Kennung wird an der falschen Stelle oder gar nicht vorgeschlagen und "
        "leicht vergessen."
    ),
    wrong="action_fields: [af3]",
    right="action_fields: [af03]",
    check=_check,
)
