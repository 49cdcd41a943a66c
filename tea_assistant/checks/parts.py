"""Tells which part of an application a finding concerns."""

from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.evidence import Evidence


def part_id(application: Application, kind: PartKind) -> str:
    """Return the id of the first part of this kind, or the kind itself where the catalogue has none."""
    return next((part.id for part in application.parts if part.kind is kind), kind.value)


def part_of_evidence(application: Application, evidence: Evidence) -> str:
    """Return the main action field in which a measure is linked; else the list of measures."""
    linked = {link.field for link in application.links.get(evidence.id, ())}
    main = next((field for field in evidence.action_fields if field in linked), "")
    first = next((field.id for field in application.action_fields if field.id in linked), "")
    return main or first or part_id(application, PartKind.EVIDENCE)
