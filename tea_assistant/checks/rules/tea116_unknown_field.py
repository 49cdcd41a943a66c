"""TEA116: texts to an action field that the catalogue does not have."""

from collections.abc import Iterator

from tea_assistant.checks.nearest import suggestion
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    known = application.catalogue.fields
    if not known:
        return  # Without a catalogue every field is unknown, and TEA026 says so.
    for field_id, answer in application.round.fields.items():
        if field_id not in known:
            yield RULE.finding(
                answer.where,
                (),
                f"Das Aktionsfeld „{field_id}“ gibt es im Katalog „{application.catalogue.id}“ nicht.",
                suggestion(field_id, known, f"Der Katalog hat diese Aktionsfelder: {', '.join(known)}."),
            )


RULE = Rule(
    code="TEA116",
    severity=Severity.ERROR,
    title="Unbekanntes Aktionsfeld",
    why=(
        "Der Dateiname sagt, zu welchem Aktionsfeld die Texte gehören. Kennt der Katalog der Runde das "
        "Feld nicht, steht alles darin in keiner Bewerbung."
    ),
    wrong="cycles/2025/fields/af3.yaml",
    right="cycles/2025/fields/af03.yaml",
    check=_check,
)
