"""Comments with all that was replied to them, gathered from the files of everybody."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.review import Comment, CommentKind, Reply, ReplyState, Review
from tea_assistant.model.source import Path
from tea_assistant.review.items import item_at, item_of, review_items

_KEPT = "review_threads"


class ThreadState(StrEnum):
    """What has become of a comment."""

    OPEN = "open"
    CLAIMED = "claimed"
    """Somebody else says that it is settled; who made it can open it again."""
    SETTLED = "settled"
    """Who made it says that it is settled."""


class Said(Struct, frozen=True):
    """A reply with the person who gave it."""

    reply: Reply
    review: Review


class Thread(Struct, frozen=True):
    """A comment with its replies, oldest first."""

    ref: str
    """Id of the review, a slash, id of the comment: what replies name."""
    item: str
    """Key of the item; as the file says it where there is no such item."""
    comment: Comment
    review: Review
    index: int
    """Which of the comments of its review it is."""
    replies: tuple[Said, ...]
    state: ThreadState
    stands: bool
    """Whether there is such an item."""

    @property
    def asks_for_change(self) -> bool:
        """Whether the text is to be changed."""
        return self.comment.kind is CommentKind.CHANGE

    @property
    def is_open(self) -> bool:
        """Whether nobody has said that it is settled."""
        return self.state is ThreadState.OPEN


def threads(application: Application, item: str = "") -> tuple[Thread, ...]:
    """Return the comments of the round, on one item or on all, each in the order of its file."""
    kept = application.kept
    if _KEPT not in kept:
        kept[_KEPT] = tuple(_threads(application))
    found: tuple[Thread, ...] = kept[_KEPT]
    return tuple(thread for thread in found if thread.item == item) if item else found


def thread_of(application: Application, ref: str) -> Thread | None:
    """Return the comment with this name; None where nobody made one."""
    return next((thread for thread in threads(application) if thread.ref == ref), None)


def ref_of(review: Review, index: int) -> str:
    """Return the name of a comment; one without an id is named by its place, counted from 1."""
    return f"{review.id}/{review.comments[index].id or index + 1}"


def replies_to_nothing(application: Application) -> Iterator[tuple[Review, int]]:
    """Yield the replies to comments that nobody made, by review and place."""
    known = {thread.ref for thread in threads(application)}
    for review in application.round.reviews.values():
        for index, reply in enumerate(review.replies):
            if reply.to not in known:
                yield review, index


def _threads(application: Application) -> Iterator[Thread]:
    said = _replies(application.round.reviews)
    known = {item.key for item in review_items(application)}
    for review in application.round.reviews.values():
        for index, comment in enumerate(review.comments):
            ref = ref_of(review, index)
            replies = tuple(said.get(ref, ()))
            item = _item(application, comment)
            yield Thread(
                ref, item, comment, review, index, replies, _state(comment, review, replies), item in known
            )


def _replies(reviews: Mapping[str, Review]) -> Mapping[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    everything = [Said(reply, review) for review in reviews.values() for reply in review.replies]
    # Sorting is stable: what one person wrote within a second stays in the order of the file.
    for said in sorted(everything, key=lambda said: said.reply.made):
        found.setdefault(said.reply.to, []).append(said)
    return found


def _item(application: Application, comment: Comment) -> str:
    if comment.item or not comment.file:
        return comment.item
    item = item_at(application, comment.file, _path(comment.path))
    if item is None:
        parts = (item for item in review_items(application) if item.file == comment.file)
        item = next(parts, None)
    return item.key if item else comment.file


def _path(text: str) -> Path:
    steps = text.split(".") if text else []
    return tuple(int(step) if step.isdecimal() and step.isascii() else step for step in steps)


def _state(comment: Comment, review: Review, replies: tuple[Said, ...]) -> ThreadState:
    state = ThreadState.SETTLED if comment.resolved else ThreadState.OPEN
    for said in replies:
        if said.reply.state is ReplyState.REOPENED:
            state = ThreadState.OPEN
        elif said.reply.state is ReplyState.RESOLVED and state is not ThreadState.SETTLED:
            own = said.review.id == review.id
            state = ThreadState.SETTLED if own else ThreadState.CLAIMED
    return state


def item_title(application: Application, key: str) -> str:
    """Name an item with its part, as messages do; its key where there is none."""
    item = item_of(application, key)
    if item is None:
        return key
    return f"{item.part_title}: {item.title}" if item.can_be_signed else item.title
