"""The places of a round that name measures by their ids."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tea_assistant.checks.quotes import quoted
from tea_assistant.model.application import Application
from tea_assistant.model.cycle import FieldAnswer
from tea_assistant.model.review import JuryDecision
from tea_assistant.model.source import Path, Source


class LinkedId(Struct, frozen=True):
    """The id of a measure where it is linked."""

    evidence: str
    where: Source
    path: Path
    part: str
    owner: str
    """How messages name what links it."""


def linked_ids(application: Application) -> Iterator[LinkedId]:
    """Yield every link to a measure, from the action fields and from the answers to the jury."""
    for field_id, answer in application.round.fields.items():
        field = application.catalogue.fields.get(field_id)
        titles = {c.id: c.title for c in field.criteria} if field else {}
        yield from _of_field(answer, field.label if field else field_id, titles)
    for round_ in (application.round, *application.prior_rounds):
        if round_.jury:
            yield from _of_jury(round_.jury)


def _of_field(answer: FieldAnswer, label: str, titles: dict[str, str]) -> Iterator[LinkedId]:
    for criterion_id, said in answer.criteria.items():
        owner = f"{label}, {quoted(titles.get(criterion_id, criterion_id))}"
        yield from _each(said.evidence, answer.where, ("criteria", criterion_id), answer.id, owner)
    for index, own in enumerate(answer.own_criteria):
        owner = f"{label}, {quoted(own.title or own.id)}"
        yield from _each(own.evidence, answer.where, ("own_criteria", index), answer.id, owner)


def _of_jury(jury: JuryDecision) -> Iterator[LinkedId]:
    for index, expectation in enumerate(jury.expectations):
        for cycle, said in expectation.answers.items():
            path = ("expectations", index, "answers", cycle)
            owner = f"Antwort auf die Erwartung „{expectation.id}“"
            yield from _each(said.evidence, jury.where, path, expectation.field, owner)


def _each(ids: Iterable[str], where: Source, path: Path, part: str, owner: str) -> Iterator[LinkedId]:
    for index, evidence_id in enumerate(ids):
        yield LinkedId(evidence_id, where, (*path, "evidence", index), part, owner)
