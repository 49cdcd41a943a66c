"""What the sections of the document are called, and where in the dossier they are written."""

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.layout import evidence_file
from tea_assistant.model.source import Path


class Passage(Struct, frozen=True):
    """A section of the document as somebody knows it who writes it."""

    title: str
    """With its part, where the title alone says little."""
    file: str
    path: Path


def passage(application: Application, section: str) -> Passage | None:
    """Return what stands in a section; None where nobody writes it, such as a table made of figures."""
    where, _, name = section.partition("/")
    if where == "evidence":
        evidence = application.dossier.evidence.get(name)
        return Passage(evidence.title or name, evidence_file(name), ("summary",)) if evidence else None
    if where in application.catalogue.fields:
        return _of_field(application, where, name)
    part = next((part for part in application.parts if part.id == where), None)
    if part is None or part.kind is not PartKind.UNDERSTANDING:
        return None
    file = application.cycle.where.file
    prompt = next((prompt for prompt in application.catalogue.understanding if prompt.id == name), None)
    if prompt:
        return Passage(prompt.title, file, ("understanding", name))
    if name == "documents":
        return Passage(application.labels.key("cycle", "documents"), file, ("documents",))
    return None


def _of_field(application: Application, field_id: str, name: str) -> Passage | None:
    field, answer = application.catalogue.fields[field_id], application.answer(field_id)
    file = answer.where.file
    if name == "closing":
        title = field.closing.title if field.closing else ""
        title = title or application.labels.key("field", "closing")
        return Passage(f"{title} ({field.label})", file, ("closing",))
    if criterion := field.criterion(name):
        return Passage(criterion.title, file, ("criteria", name, "statement"))
    for index, own in enumerate(answer.own_criteria):
        if own.id == name:
            return Passage(own.title or name, file, ("own_criteria", index, "statement"))
    return None
