"""TEA101: something is missing about the organisation that applies."""

from collections.abc import Iterator

from tea_assistant.checks.organisation import missing_keys
from tea_assistant.checks.parts import part_id
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    part = part_id(application, PartKind.ORGANISATION)
    for key in missing_keys(application.organisation):
        title = application.labels.key("dossier", key)
        yield RULE.finding(
            application.organisation.where,
            (key,),
            f"Angaben zur Organisation: „{title}“ fehlt.",
            f"Tragen Sie „{title}“ in den Angaben zur Organisation ein.",
            part,
        )


RULE = Rule(
    code="TEA101",
    severity=Severity.WARNING,
    title="Angaben zur Organisation unvollständig",
    why=(
        "Das Portal fragt diese Angaben als Erstes. Sie stehen auf der ersten Seite und sagen der Jury, "
        "wen sie vor sich hat."
    ),
    wrong="name: Stadt Musterstadt",
    right=(
        "name: Stadt Musterstadt\n"
        "state: NW\n"
        "place: Musterstadt\n"
        "branch: Kommunalverwaltung\n"
        "website: https://www.musterstadt.example\n"
        "office: Gleichstellungsstelle\n"
        "about: Die Stadt hat rund 80.000 Einwohner*innen."
    ),
    check=_check,
)
