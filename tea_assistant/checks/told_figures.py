"""The figures that a round tells: those that every application must have, and those that its texts name."""

from tea_assistant.checks.required_figures import required_indicators
from tea_assistant.checks.texts import closed_references
from tea_assistant.model.application import Application
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import Reference


def told_figures(application: Application) -> tuple[str, ...]:
    """Return the ids of the figures that a round tells, in the order of the catalogue."""
    used = {reference.target for reference in _printed(application)}
    told = used | {indicator.id for indicator in required_indicators(application)}
    return tuple(name for name in application.catalogue.indicators if name in told)


def changes_told(application: Application) -> frozenset[str]:
    """Return the ids of the figures whose change since the round before a text tells."""
    return frozenset(r.target for r in _printed(application) if r.form == "delta")


def _printed(application: Application) -> list[Reference]:
    found = closed_references(application, ReferenceKind.FIGURE)
    return [reference for text, reference in found if text.printed]
