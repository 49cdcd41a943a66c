"""All prose of a round with the places where it stands."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from tea_assistant.checks.parts import part_id, part_of_evidence
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.cycle import FieldAnswer
from tea_assistant.model.source import Path, Place, Source
from tea_assistant.prose.paragraphs import Paragraph, paragraphs
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import Reference, references

_KEPT, _KEPT_REFERENCES = "texts", "references"


class Text(Struct, frozen=True, dict=True):
    """One prose of a dossier."""

    prose: str
    where: Source
    path: Path
    part: str
    printed: bool = True
    """Whether it stands in the application of this round."""
    evidence: tuple[str, ...] = ()
    """The measures that it tells of, where it is linked to some."""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, found once for all the rules that look at words."""
        return paragraphs(self.prose)

    def place(self, reference: Reference) -> Place:
        """Return where a reference of this prose stands in the file."""
        return self.where.prose_place(self.path, reference.line, reference.column)


def all_texts(application: Application) -> tuple[Text, ...]:
    """Return every prose of the round, in the order of the application; the measures come last."""
    kept = application.kept
    if _KEPT not in kept:
        kept[_KEPT] = tuple(_all_texts(application))
    found: tuple[Text, ...] = kept[_KEPT]
    return found


def _all_texts(application: Application) -> Iterator[Text]:
    organisation, cycle = application.organisation, application.cycle
    part = part_id(application, PartKind.ORGANISATION)
    yield Text(organisation.about, organisation.where, ("about",), part)
    part = part_id(application, PartKind.UNDERSTANDING)
    for prompt_id, prose in cycle.understanding.items():
        yield Text(prose, cycle.where, ("understanding", prompt_id), part)
    asked = {field.id for field in application.action_fields}
    for field_id, answer in application.round.fields.items():
        yield from _of_field(answer, printed=field_id in asked)
    for evidence in application.dossier.evidence.values():
        part, printed = part_of_evidence(application, evidence), evidence.id in application.links
        yield Text(evidence.summary, evidence.where, ("summary",), part, printed, (evidence.id,))
        yield Text(evidence.goal, evidence.where, ("goal",), part, printed, (evidence.id,))


def _of_field(answer: FieldAnswer, *, printed: bool) -> Iterator[Text]:
    where, part = answer.where, answer.id
    yield Text(answer.opening, where, ("opening",), part, printed)
    for criterion_id, said in answer.criteria.items():
        path = ("criteria", criterion_id, "statement")
        yield Text(said.statement, where, path, part, printed and said.applies is True, said.evidence)
    for index, own in enumerate(answer.own_criteria):
        own_path = ("own_criteria", index, "statement")
        yield Text(own.statement, where, own_path, part, printed, own.evidence)
    yield Text(answer.closing, where, ("closing",), part, printed)


def closed_references(application: Application, kind: ReferenceKind) -> Iterator[tuple[Text, Reference]]:
    """Yield every well-formed reference of a kind with the prose that it stands in."""
    for text, reference in all_references(application):
        if reference.closed and reference.kind is kind:
            yield text, reference


def all_references(application: Application) -> tuple[tuple[Text, Reference], ...]:
    """Return every reference with the prose that it stands in."""
    kept = application.kept
    if _KEPT_REFERENCES not in kept:
        kept[_KEPT_REFERENCES] = tuple(
            (text, reference) for text in all_texts(application) for reference in references(text.prose)
        )
    found: tuple[tuple[Text, Reference], ...] = kept[_KEPT_REFERENCES]
    return found
