"""Takes the answers of a round to the catalogue of the next one, along what replaces what."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from tea_assistant.checks.nearest import suggestion
from tea_assistant.errors import UsageError
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.cycle import CriterionAnswer, FieldAnswer
from tea_assistant.renewal.gather import Gathered
from tea_assistant.renewal.successors import Successors, fields_in_order

Decisions = Mapping[str, Sequence[str]]
"""Old id to the new ids that a person chose for it; none leaves it behind."""
NO_DECISIONS: Decisions = MappingProxyType({})


class Piece(StrEnum):
    """What part of an answer to a field it is that goes somewhere."""

    FRAME = "frame"
    """The opening and the closing text."""
    CRITERION = "criterion"
    OWN = "own"


class Move(Struct, frozen=True):
    """Where a piece of the earlier round goes."""

    piece: Piece
    field: str
    id: str
    """The id of the activity; for opening and closing that of the field."""
    title: str
    texts: tuple[str, ...]
    evidence: tuple[str, ...]
    successors: tuple[str, ...]
    """Where it could go, in the order of the newer catalogue."""
    targets: tuple[str, ...]
    """Where it goes: the first gets the text, each the measures; none leaves it behind."""
    decided: bool = False
    """A person chose the targets."""

    @property
    def to_decide(self) -> bool:
        """Several places are possible, and nobody has chosen yet."""
        return len(self.successors) > 1 and not self.decided

    @property
    def stays(self) -> bool:
        """It goes to where it stood before."""
        return self.targets == ((self.id,) if self.piece is Piece.CRITERION else (self.field,))


class Migration(Struct, frozen=True):
    """All answers of a round, as answers to another catalogue."""

    moves: tuple[Move, ...]
    answers: Mapping[str, FieldAnswer]
    """By action field, in the order of the newer catalogue."""
    fresh: tuple[str, ...]
    """Activities that the earlier catalogue did not have and to which nothing goes: still undecided."""
    retired: tuple[str, ...]
    """Answered activities that the catalogue no longer has: they stay, with their text."""

    @property
    def to_decide(self) -> tuple[Move, ...]:
        """What a person should still choose a place for."""
        return tuple(move for move in self.moves if move.to_decide)

    @property
    def left_behind(self) -> tuple[Move, ...]:
        """What has no place in the newer catalogue or was left out on purpose."""
        return tuple(move for move in self.moves if not move.targets)


def migration(
    old: Catalogue,
    new: Catalogue,
    answers: Mapping[str, FieldAnswer],
    *,
    decisions: Decisions = NO_DECISIONS,
    sector: str = "",
) -> Migration:
    """Work out where every answer goes; raises `UsageError` for a decision about something unknown.

    What could go to several places goes, until a person decides, with its text and tick to the first, and
    with its measures to all of them.
    """
    successors = Successors(old, new, sector)
    in_order = [
        answers[field] for field in dict.fromkeys([*fields_in_order(old), *answers]) if field in answers
    ]
    moves = tuple(move for answer in in_order for move in _moves(old, answer, successors, decisions))
    _require_known(decisions, moves, successors)
    criteria = [move for move in moves if move.piece is Piece.CRITERION]
    targets = dict.fromkeys(target for move in criteria for target in move.targets)
    known = {criterion.id for field in old.fields.values() for criterion in field.criteria}
    return Migration(
        moves,
        _gathered(new, moves, answers, successors),
        fresh=tuple(c for c in successors.criteria if c not in known and c not in targets),
        retired=tuple(target for target in targets if not successors.has_criterion(target)),
    )


def _moves(
    old: Catalogue, answer: FieldAnswer, successors: Successors, decisions: Decisions
) -> Iterator[Move]:
    field = old.fields.get(answer.id)
    fields = successors.of_field(answer.id)
    if frame := _written(answer.opening, answer.closing):
        title = field.label if field else answer.id
        places = _Places(fields, decisions.get(answer.id))
        yield places.move(Piece.FRAME, answer.id, answer.id, title, texts=frame)
    order = [criterion.id for criterion in field.criteria] if field else []
    for name in dict.fromkeys([*order, *answer.criteria]):
        said = answer.criteria.get(name, CriterionAnswer())
        if said == CriterionAnswer():
            continue
        known = field.criterion(name) if field else None
        title = known.title if known else name
        texts = _written(said.statement, said.because)
        places = _Places(successors.of_criterion(answer.id, name), decisions.get(name))
        yield places.move(Piece.CRITERION, answer.id, name, title, texts=texts, evidence=said.evidence)
    for own in answer.own_criteria:
        # Without a word of its own it goes where the texts of its field go.
        places = _Places(fields, decisions.get(own.id, decisions.get(answer.id)))
        texts = _written(own.statement)
        yield places.move(
            Piece.OWN, answer.id, own.id, own.title or own.id, texts=texts, evidence=own.evidence
        )


class _Places(NamedTuple):
    successors: tuple[str, ...]
    chosen: Sequence[str] | None

    def move(
        self,
        piece: Piece,
        field: str,
        name: str,
        title: str,
        *,
        texts: tuple[str, ...],
        evidence: tuple[str, ...] = (),
    ) -> Move:
        targets = self.successors if self.chosen is None else tuple(self.chosen)
        decided = self.chosen is not None
        return Move(piece, field, name, title, texts, evidence, self.successors, targets, decided)


def _written(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())


def _require_known(decisions: Decisions, moves: Sequence[Move], successors: Successors) -> None:
    by_id = {move.id: move for move in moves}
    for old_id, chosen in decisions.items():
        move = by_id.get(old_id)
        if move is None:
            raise UsageError(
                f"Über „{old_id}“ ist nichts zu entscheiden: In der früheren Runde steht dazu nichts.",
                hint=suggestion(old_id, by_id, "Die Kennungen zeigt: tea renew --dry-run"),
            )
        of_field = move.piece is not Piece.CRITERION
        fits = successors.has_field if of_field else successors.has_criterion
        if unfit := [new_id for new_id in chosen if not fits(new_id)]:
            raise UsageError(
                f"„{old_id}“ kann nicht nach „{unfit[0]}“: Das ist "
                f"{'kein Aktionsfeld' if of_field else 'keine Aktivität'} des neuen Katalogs.",
                hint=f"Vorgesehen ist: {', '.join(move.successors)}" if move.successors else "",
            )


def _gathered(
    new: Catalogue, moves: Sequence[Move], answers: Mapping[str, FieldAnswer], successors: Successors
) -> Mapping[str, FieldAnswer]:
    gathered = Gathered()
    own = {field: iter(answer.own_criteria) for field, answer in answers.items()}
    for move in moves:
        answer = answers[move.field]
        match move.piece:
            case Piece.FRAME:
                for field in move.targets[:1]:
                    gathered.frame(field, answer.opening, answer.closing)
            case Piece.CRITERION:
                for target, said in _shares(move, answer.criteria[move.id]):
                    gathered.criterion(successors.home(target, move.field), target, said)
            case Piece.OWN:
                said_own = next(own[move.field])
                for field in move.targets[:1]:
                    gathered.own(field, said_own)
    return gathered.answers(new)


def _shares(move: Move, said: CriterionAnswer) -> Iterator[tuple[str, CriterionAnswer]]:
    """Yield what each target gets: the first everything, the others the measures and a decided tick."""
    for at, target in enumerate(move.targets):
        applies = said.applies if move.decided else None
        yield target, said if at == 0 else CriterionAnswer(applies, evidence=said.evidence)
