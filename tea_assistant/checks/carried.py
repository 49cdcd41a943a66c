"""The texts of a round that were taken over from an earlier one and that nobody has confirmed."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.checks.answers import answered_fields
from tea_assistant.checks.parts import part_id
from tea_assistant.checks.quotes import quoted
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.cycle import FieldAnswer, OwnCriterion, Round
from tea_assistant.model.source import Path, Source


class CarriedText(Struct, frozen=True):
    """A text that was taken over, and what stands at the same place in the round that it is from."""

    prose: str
    where: Source
    path: Path
    part: str
    called: str
    """How messages name it."""
    origin: str
    """The round that it was taken over from."""
    before: str | None
    """Its words there; None where that round has no such place, as with another catalogue."""
    evidence: tuple[str, ...] = ()
    """The measures linked to the activity that it describes."""


def carried_texts(application: Application) -> Iterator[CarriedText]:
    """Yield the carried texts that matter to this round, in its order; what stands empty is left out."""
    cycle = application.cycle
    titles = {prompt.id: prompt.title or prompt.id for prompt in application.catalogue.understanding}
    part, origin = part_id(application, PartKind.UNDERSTANDING), cycle.carried.cycle
    old = application.dossier.rounds.get(origin)
    for prompt, prose in cycle.understanding.items():
        if f"understanding.{prompt}" in cycle.carried.texts and prose.strip():
            called = f"Grundverständnis: Der Text {quoted(titles.get(prompt, prompt))}"
            before = old.cycle.understanding.get(prompt) if old else None
            path = ("understanding", prompt)
            yield CarriedText(prose, cycle.where, path, part, called, origin, before)
    for field, answer in answered_fields(application):
        if answer.carried.texts:
            yield from _of_field(application, field, answer)


def _of_field(application: Application, field: ActionField, answer: FieldAnswer) -> Iterator[CarriedText]:
    origin = answer.carried.cycle
    old = _answer(application.dossier.rounds.get(origin), answer.id)
    for path, prose, called, before, evidence in _texts(field, answer, old):
        if ".".join(map(str, path)) in answer.carried.texts and prose.strip():
            named = f"{field.label}: {called}"
            yield CarriedText(prose, answer.where, path, field.id, named, origin, before, evidence)


_Place = tuple[Path, str, str, str | None, tuple[str, ...]]


def _texts(field: ActionField, answer: FieldAnswer, old: FieldAnswer | None) -> Iterator[_Place]:
    yield ("opening",), answer.opening, "Der Einstieg", old.opening if old else None, ()
    for criterion in field.criteria:
        said = answer.criteria.get(criterion.id)
        before = old.criteria.get(criterion.id) if old else None
        path = ("criteria", criterion.id)
        # An activity that is not ticked prints nothing, and one that is not decided waits for that.
        if said and said.applies:
            text = before.statement if before else None
            yield (
                (*path, "statement"),
                said.statement,
                f"Der Text zu {quoted(criterion.title)}",
                text,
                said.evidence,
            )
        elif said and said.applies is False:
            text = before.because if before else None
            yield (*path, "because"), said.because, f"Der Grund zu {quoted(criterion.title)}", text, ()
    for index, own in enumerate(answer.own_criteria):
        text = _own_statement(own, old)
        called = f"Der Text zu {quoted(own.title or own.id)}"
        yield ("own_criteria", index, "statement"), own.statement, called, text, own.evidence
    yield ("closing",), answer.closing, "Der Abschluss", old.closing if old else None, ()


def _own_statement(own: OwnCriterion, old: FieldAnswer | None) -> str | None:
    # By id: their order may have changed.
    return next((other.statement for other in (old.own_criteria if old else ()) if other.id == own.id), None)


def _answer(round_: Round | None, field_id: str) -> FieldAnswer | None:
    return round_.fields.get(field_id) if round_ else None
