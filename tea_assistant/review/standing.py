"""Where an item stands with a reviewer: not looked at, signed, or signed in a state that is no more."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.review import Review, SignOff
from tea_assistant.review.basis import basis
from tea_assistant.review.fingerprint import canonical, fingerprint, sum_of
from tea_assistant.review.items import ItemKind, ReviewItem, item_of, review_items, signable
from tea_assistant.review.piece import Piece
from tea_assistant.review.threads import Thread, threads

_KEPT = "review_prints"


class State(StrEnum):
    """What a reviewer's sign-off on an item is worth."""

    UNREVIEWED = "unreviewed"
    APPROVED = "approved"
    VOID = "void"
    """Something has changed since."""
    GONE = "gone"
    """There is no such item any more."""


class PieceChange(Struct, frozen=True):
    """A piece that is not as it was when it was signed."""

    key: str
    title: str
    old: str | None
    """The wording that was seen; empty where it was not there, None where the review no longer has it."""
    new: str
    """Empty where it is gone."""


class Standing(Struct, frozen=True):
    """Where an item stands with one reviewer."""

    item: ReviewItem
    state: State
    signoff: SignOff | None = None
    changes: tuple[PieceChange, ...] = ()
    """Of a sign-off that is void or whose item is gone: what is different, in the order of reading."""
    threads: tuple[Thread, ...] = ()
    """The comments on the item, of everybody."""
    signed: int = 0
    """Of a part: how many of its items are signed as they are now."""
    total: int = 0
    """Of a part: how many items it has."""

    @property
    def open_threads(self) -> tuple[Thread, ...]:
        """The comments that nobody calls settled."""
        return tuple(thread for thread in self.threads if thread.is_open)


def print_of(application: Application, item: ReviewItem) -> str:
    """Return the fingerprint of an item as it is now; empty for a part, which is signed item by item."""
    if not item.can_be_signed:
        return ""
    kept: dict[str, str] = application.kept.setdefault(_KEPT, {})
    if item.key not in kept:
        kept[item.key] = fingerprint(basis(application, item))
    return kept[item.key]


def is_signed(application: Application, item: ReviewItem, review: Review) -> bool:
    """Tell whether a reviewer has signed an item as it is now."""
    signoff = _signoff(review, item.key)
    return signoff is not None and signoff.fingerprint == print_of(application, item) != ""


def standing(application: Application, item: ReviewItem, review: Review | None) -> Standing:
    """Tell where an item stands with a reviewer; None is somebody who has not begun."""
    on_item = threads(application, item.key)
    if not item.can_be_signed:
        return _of_part(application, item, review, on_item)
    signoff = _signoff(review, item.key)
    if signoff is None or review is None:
        return Standing(item, State.UNREVIEWED, threads=on_item)
    if signoff.fingerprint == print_of(application, item):
        return Standing(item, State.APPROVED, signoff, threads=on_item)
    changes = tuple(_changes(signoff, review.seen, basis(application, item)))
    return Standing(item, State.VOID, signoff, changes, on_item)


def standings(application: Application, review: Review | None) -> tuple[Standing, ...]:
    """Return where everything stands with a reviewer; signed items that are gone come last."""
    found = [standing(application, item, review) for item in review_items(application)]
    return (*found, *(gone_standings(application, review) if review else ()))


def gone_standings(application: Application, review: Review) -> Iterator[Standing]:
    """Yield the sign-offs on items that are not there, or that cannot be signed as one."""
    for signoff in review.signoffs:
        item = item_of(application, signoff.key)
        if item is None or not item.can_be_signed:
            changes = tuple(_changes(signoff, review.seen, ()))
            yield Standing(_placeholder(signoff), State.GONE, signoff, changes)


def _of_part(
    application: Application, part: ReviewItem, review: Review | None, on_part: tuple[Thread, ...]
) -> Standing:
    states = [standing(application, item, review).state for item in signable(application, part.part)]
    signed = states.count(State.APPROVED)
    state = State.APPROVED if states and signed == len(states) else State.UNREVIEWED
    if State.VOID in states:
        state = State.VOID
    return Standing(part, state, threads=on_part, signed=signed, total=len(states))


def _signoff(review: Review | None, key: str) -> SignOff | None:
    found = [signoff for signoff in review.signoffs if signoff.item == key] if review else []
    # Where a person has put in a second one, the last one counts.
    return found[-1] if found else None


def _changes(signoff: SignOff, seen: Mapping[str, str], now: tuple[Piece, ...]) -> Iterator[PieceChange]:
    before = {piece.key: piece for piece in signoff.rests_on}
    for piece in now:
        new = canonical(piece.text)
        known = before.pop(piece.key, None)
        if known is None:
            yield PieceChange(piece.key, piece.title, "" if signoff.rests_on else None, new)
        elif known.text != sum_of(new):
            yield PieceChange(piece.key, piece.title, seen_text(seen, known.text), new)
    for gone in before.values():
        yield PieceChange(gone.key, gone.title or gone.key, seen_text(seen, gone.text), "")


def seen_text(seen: Mapping[str, str], key: str) -> str | None:
    """Return a wording that a review keeps; None where it is missing or is no longer what its sum says."""
    text = seen.get(key)
    return text if text is not None and sum_of(text) == key else None


def _placeholder(signoff: SignOff) -> ReviewItem:
    part, _, name = signoff.key.partition("/")
    return ReviewItem(signoff.key, part, ItemKind.TEXT, signoff.title or signoff.key, part, name, "")
