"""What a round says to the action fields, as the rules look at it."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.model.action_field import ActionField, Criterion
from tea_assistant.model.application import Application
from tea_assistant.model.cycle import FieldAnswer
from tea_assistant.model.source import Path


class Ticked(Struct, frozen=True):
    """An activity that the organisation claims: one of the catalogue, or one of its own."""

    field: ActionField
    answer: FieldAnswer
    path: Path
    """Where its answer stands in the file of the field."""
    title: str
    statement: str
    evidence: tuple[str, ...]
    criterion: Criterion | None = None
    """None for an activity of the organisation's own."""

    @property
    def claim(self) -> str:
        """How messages say that it is claimed."""
        return "angekreuzt" if self.criterion else "als eigene Aktivität genannt"


def answered_fields(application: Application) -> Iterator[tuple[ActionField, FieldAnswer]]:
    """Yield each action field that is asked for, with what the round says to it."""
    for field in application.action_fields:
        yield field, application.answer(field.id)


def ticked(field: ActionField, answer: FieldAnswer) -> Iterator[Ticked]:
    """Yield the activities that are claimed in a field: those of the catalogue first, then its own."""
    for criterion in field.criteria:
        said = answer.criteria.get(criterion.id)
        if said and said.applies:
            path = ("criteria", criterion.id)
            yield Ticked(field, answer, path, criterion.title, said.statement, said.evidence, criterion)
    for index, own in enumerate(answer.own_criteria):
        title = own.title or own.id
        yield Ticked(field, answer, ("own_criteria", index), title, own.statement, own.evidence)


def all_ticked(application: Application) -> Iterator[Ticked]:
    """Yield the claimed activities of all fields, in the order of the application."""
    for field, answer in answered_fields(application):
        yield from ticked(field, answer)


def begun(answer: FieldAnswer) -> bool:
    """Tell whether anything at all was written to a field."""
    decided = any(criterion.applies is not None for criterion in answer.criteria.values())
    return bool(answer.opening.strip() or answer.closing.strip() or answer.own_criteria) or decided
