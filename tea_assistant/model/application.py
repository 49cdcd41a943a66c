"""One round of a dossier with the catalogue it answers: what is checked and what is assembled."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from math import ceil
from typing import Any

from msgspec import Struct

from tea_assistant.model.action_field import ActionField
from tea_assistant.model.catalogue import Catalogue, Part, PartKind
from tea_assistant.model.cycle import DEFAULT_PAGES, Cycle, FieldAnswer, Round
from tea_assistant.model.dossier import Dossier, Organisation
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.labels import Labels
from tea_assistant.model.layout import field_file
from tea_assistant.model.page_count import PageCount
from tea_assistant.model.source import Source


class Link(Struct, frozen=True):
    """A criterion of an action field to which a measure is linked."""

    field: str
    criterion: str


class Application(Struct, frozen=True, dict=True):
    """One round of a dossier, seen as the application that it is to become."""

    dossier: Dossier
    round: Round
    catalogue: Catalogue
    labels: Labels
    pages: PageCount | None = None
    """How long the document is; None where nobody has laid it out."""

    @property
    def organisation(self) -> Organisation:
        """Who applies."""
        return self.dossier.organisation

    @property
    def cycle(self) -> Cycle:
        """The settings of the round."""
        return self.round.cycle

    @property
    def page_limit(self) -> int:
        """How many pages the document may have: as the round says, else all shares of the catalogue."""
        shared = ceil(sum(part.pages for part in self.catalogue.parts))
        return self.cycle.page_budget or shared or DEFAULT_PAGES

    @cached_property
    def action_fields(self) -> tuple[ActionField, ...]:
        """The action fields that this organisation fills in, in the order of the application."""
        return tuple(
            field
            for part in self.catalogue.parts
            if part.kind is PartKind.ACTION_FIELD
            and (field := self.catalogue.fields.get(part.id))
            and field.asked_of(self.organisation.sector)
        )

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the application, without the action fields that are not asked for."""
        asked = {field.id for field in self.action_fields}
        return tuple(
            part
            for part in self.catalogue.parts
            if part.kind is not PartKind.ACTION_FIELD or part.id in asked
        )

    def part_title(self, part: Part) -> str:
        """Return the full heading of a part."""
        field = self.catalogue.fields.get(part.id) if part.kind is PartKind.ACTION_FIELD else None
        return field.title if field else part.title

    def answer(self, field_id: str) -> FieldAnswer:
        """Return what the round says to an action field; empty where nothing is written yet."""
        found = self.round.fields.get(field_id)
        return found or FieldAnswer(field_id, where=Source(field_file(self.cycle.id, field_id)))

    @cached_property
    def links(self) -> Mapping[str, tuple[Link, ...]]:
        """Where each measure is linked in this round, by evidence id: ticked and own criteria only."""
        found: dict[str, list[Link]] = {}
        for field in self.action_fields:
            for criterion, evidence in _linked(self.answer(field.id)):
                found.setdefault(evidence, []).append(Link(field.id, criterion))
        return {evidence: tuple(links) for evidence, links in found.items()}

    def evidence_of(self, field_id: str) -> tuple[Evidence, ...]:
        """Return the measures linked in an action field, each once, in the order of the text."""
        linked = dict.fromkeys(evidence for _, evidence in _linked(self.answer(field_id)))
        return tuple(self.dossier.evidence[e] for e in linked if e in self.dossier.evidence)

    @cached_property
    def figures(self) -> FigureSet | None:
        """The figures that the round rests on."""
        return self.dossier.figures.get(self.cycle.figures)

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What a room has worked out from the application, for all who ask it for the same again."""
        return {}

    @cached_property
    def prior_rounds(self) -> tuple[Round, ...]:
        """The rounds before this one along `renews`, newest first."""
        rounds: list[Round] = []
        at = self.cycle
        while (earlier := self.dossier.rounds.get(at.renews)) and earlier.cycle.id < at.id:
            rounds.append(earlier)
            at = earlier.cycle
        return tuple(rounds)

    @cached_property
    def figure_history(self) -> tuple[tuple[str, FigureSet], ...]:
        """The figures of this and earlier rounds as (round, figures), newest first."""
        cycles = [self.cycle, *(r.cycle for r in self.prior_rounds)]
        return tuple((c.id, found) for c in cycles if (found := self.dossier.figures.get(c.figures)))


def _linked(answer: FieldAnswer) -> Iterator[tuple[str, str]]:
    for criterion_id, criterion in answer.criteria.items():
        if criterion.applies:
            for evidence in criterion.evidence:
                yield criterion_id, evidence
    for own in answer.own_criteria:
        for evidence in own.evidence:
            yield own.id, evidence
