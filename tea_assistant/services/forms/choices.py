"""What can be chosen in a field: the values that the schema lists, or other things of the dossier."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.services.forms.values import date_text
from tea_assistant.store import catalogue_files
from tea_assistant.store.schema import Schema


class Choice(Struct, frozen=True):
    """Something to choose: the value as it is stored, its title, and what it means."""

    value: str
    title: str
    help: str = ""


YES, NO = Choice("true", "Ja"), Choice("false", "Nein")


def listed(node: Schema) -> list[Choice]:
    """Return the values that a schema lists."""
    if "enum" in node:
        return [Choice(str(value), str(value)) for value in node["enum"]]
    return [
        Choice(str(option["const"]), option["title"], option.get("description", ""))
        for option in node.get("oneOf", ())
        if "const" in option
    ]


def referable(application: Application, target: str) -> list[Choice]:
    """Return what a reference can point at; `target` is what the schema's x-refers-to names."""
    match target:
        case "action_field":
            return [Choice(field.id, field.label) for field in application.action_fields]
        case "criterion":
            return list(_criteria(application))
        case "evidence":
            measures = application.dossier.evidence.values()
            found = [Choice(evidence.id, evidence.title or evidence.id) for evidence in measures]
            return sorted(found, key=lambda choice: choice.title.casefold())
        case "catalogue":
            return list(_catalogues(application))
        case "cycle":
            others = (cycle for cycle in application.dossier.rounds if cycle != application.cycle.id)
            return [Choice(cycle, cycle) for cycle in sorted(others, reverse=True)]
        case "figures":
            return [Choice(day, date_text(day)) for day in sorted(application.dossier.figures, reverse=True)]
        case "figure_group":
            return [Choice(group, title or group) for group, title in application.catalogue.groups.items()]
    return []


def _criteria(application: Application) -> Iterator[Choice]:
    for field in application.action_fields:
        for criterion in field.criteria:
            yield Choice(criterion.id, criterion.title, field.label)


def _catalogues(application: Application) -> Iterator[Choice]:
    own = application.dossier.catalogues
    for catalogue_id in dict.fromkeys((*catalogue_files.shipped_ids(), *own)):
        shipped = catalogue_files.shipped(catalogue_id)
        catalogue = own.get(catalogue_id) or (shipped.catalogue if shipped else None)
        yield Choice(catalogue_id, catalogue.title if catalogue else catalogue_id)


def title_of(choices: list[Choice], value: str) -> str:
    """Return the title of a value; what cannot be chosen is shown as it is, and says so."""
    return next((c.title for c in choices if c.value == value), f"{value} (unbekannt)")
