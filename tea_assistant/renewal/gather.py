"""Puts answers that go to the same place together."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.cycle import CriterionAnswer, FieldAnswer, OwnCriterion
from tea_assistant.model.ids import slug
from tea_assistant.renewal.successors import fields_in_order


class _Field(Struct):
    openings: list[str] = field(default_factory=list)
    closings: list[str] = field(default_factory=list)
    criteria: dict[str, list[CriterionAnswer]] = field(default_factory=dict)
    own: list[OwnCriterion] = field(default_factory=list)


class Gathered:
    """Collects answers by the field that they go to; what meets in one place is put together in order."""

    def __init__(self) -> None:
        self._fields: dict[str, _Field] = {}

    def frame(self, field_id: str, opening: str, closing: str) -> None:
        """Add an opening and a closing text to a field."""
        self._at(field_id).openings.append(opening)
        self._at(field_id).closings.append(closing)

    def criterion(self, field_id: str, criterion: str, answer: CriterionAnswer) -> None:
        """Add an answer to an activity of a field."""
        self._at(field_id).criteria.setdefault(criterion, []).append(answer)

    def own(self, field_id: str, own: OwnCriterion) -> None:
        """Add an activity of the organisation's own to a field, under another id where that one is taken."""
        at = self._at(field_id)
        taken = {other.id for other in at.own}
        at.own.append(replace(own, id=slug(own.id, taken=taken)) if own.id in taken else own)

    def answers(self, catalogue: Catalogue) -> Mapping[str, FieldAnswer]:
        """Return the answers by field; fields and activities stand in the order of the catalogue."""
        order = dict.fromkeys([*(f for f in fields_in_order(catalogue) if f in self._fields), *self._fields])
        return {field_id: self._answer(catalogue, field_id) for field_id in order}

    def _at(self, field_id: str) -> _Field:
        return self._fields.setdefault(field_id, _Field())

    def _answer(self, catalogue: Catalogue, field_id: str) -> FieldAnswer:
        collected = self._fields[field_id]
        known = catalogue.fields.get(field_id)
        order = [c.id for c in known.criteria if c.id in collected.criteria] if known else []
        return FieldAnswer(
            field_id,
            opening=joined(collected.openings),
            criteria={
                c: _together(collected.criteria[c]) for c in dict.fromkeys([*order, *collected.criteria])
            },
            own_criteria=tuple(collected.own),
            closing=joined(collected.closings),
        )


def joined(texts: Iterable[str]) -> str:
    """Put texts one below the other with a blank line between; one that comes twice stands once."""
    different = list({text.strip(): text for text in texts if text.strip()}.values())
    if len(different) < 2:
        # A text that stays alone stays as it is, to the last space.
        return "".join(different)
    return "\n\n".join(text.strip("\n") for text in different) + "\n"


def _together(answers: list[CriterionAnswer]) -> CriterionAnswer:
    decided = {answer.applies for answer in answers} - {None}
    applies = True if True in decided else False if decided else None
    # Why something does not apply is moot where it applies after all.
    reasons = [a.because for a in answers if a.because.strip()] if applies is False else []
    return CriterionAnswer(
        applies=applies,
        because=reasons[0] if len(reasons) == 1 else " ".join(reason.strip() for reason in reasons),
        statement=joined(answer.statement for answer in answers),
        evidence=tuple(dict.fromkeys(evidence for answer in answers for evidence in answer.evidence)),
    )
