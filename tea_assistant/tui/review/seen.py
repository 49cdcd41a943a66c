"""What a reviewer has before the eyes, and what has become of it meanwhile."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.review.basis import basis
from tea_assistant.review.fingerprint import canonical
from tea_assistant.review.items import ReviewItem
from tea_assistant.review.piece import Piece
from tea_assistant.review.standing import PieceChange, print_of


class Seen(Struct, frozen=True):
    """An item as it was when it came on the screen."""

    key: str
    fingerprint: str
    pieces: tuple[Piece, ...]


def seen(application: Application, item: ReviewItem) -> Seen:
    """Return an item as it is now."""
    return Seen(item.key, print_of(application, item), basis(application, item))


def changes_since(before: Seen, now: Seen) -> tuple[PieceChange, ...]:
    """Return what is different now, in the order of reading."""
    return tuple(_changes(before.pieces, now.pieces))


def _changes(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[PieceChange]:
    before = {piece.key: piece for piece in old}
    for piece in new:
        known = before.pop(piece.key, None)
        was, is_now = (canonical(known.text) if known else ""), canonical(piece.text)
        if was != is_now:
            yield PieceChange(piece.key, piece.title, was, is_now)
    for gone in before.values():
        yield PieceChange(gone.key, gone.title, canonical(gone.text), "")
