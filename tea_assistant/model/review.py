"""What reviewers said and signed, and what a jury said."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec
from msgspec import Struct

from tea_assistant.model.evidence import Accepted
from tea_assistant.model.source import NOWHERE, Source


class ExpectationKind(StrEnum):
    """Where an expectation comes from."""

    ASKED = "asked"
    NOTICED = "noticed"
    ANNOUNCED = "announced"


class Outcome(StrEnum):
    """What became of an expectation."""

    DONE = "done"
    RUNNING = "running"
    DROPPED = "dropped"


class Praise(Struct, frozen=True):
    """Something that a jury singled out."""

    field: str = ""
    text: str = ""


class Answer(Struct, frozen=True):
    """What became of an expectation in a later round."""

    state: Outcome | None = None
    text: str = ""
    evidence: tuple[str, ...] = ()


class JuryExpectation(Struct, frozen=True):
    """What a jury asked for or noticed, or the organisation announced, to be answered next time."""

    id: str = ""
    field: str = ""
    text: str = ""
    kind: ExpectationKind | None = None
    answers: Mapping[str, Answer] = msgspec.field(default_factory=dict)


class JuryDecision(Struct, frozen=True):
    """A jury's reasoning for one award."""

    where: Source = NOWHERE
    award: int | None = None
    decided: str = ""
    valid: Mapping[str, str] = msgspec.field(default_factory=dict)
    source: str = ""
    praise: tuple[Praise, ...] = ()
    expectations: tuple[JuryExpectation, ...] = ()
    accepted: tuple[Accepted, ...] = ()


class CommentKind(StrEnum):
    """What is meant by a comment."""

    COMMENT = "comment"
    CHANGE = "change"
    """The text is to be changed."""


class ReplyState(StrEnum):
    """What a reply says has become of the comment."""

    RESOLVED = "resolved"
    REOPENED = "reopened"


class Comment(Struct, frozen=True):
    """A reviewer's remark on an item of the application, or on a sentence of it."""

    id: str = ""
    item: str = ""
    """Key of the item; empty where a file and a path stand instead."""
    file: str = ""
    path: str = ""
    quote: str = ""
    """The words that it is about, as they stood there."""
    text: str = ""
    kind: CommentKind = CommentKind.COMMENT
    made: str = ""
    resolved: str = ""


class Reply(Struct, frozen=True):
    """An answer to a comment, kept by the person who gives it."""

    to: str = ""
    """Id of the review, a slash, id of the comment."""
    text: str = ""
    state: ReplyState | None = None
    made: str = ""


class SeenPiece(Struct, frozen=True):
    """Something that was in view when an item was signed."""

    key: str = ""
    title: str = ""
    text: str = ""
    """Sum under which the review keeps the wording."""


class SignOff(Struct, frozen=True):
    """A reviewer's signature on an item as it was shown."""

    item: str = ""
    part: str = ""
    """A whole part, where a person wrote that into the file; it tells no state, so it holds for none."""
    title: str = ""
    made: str = ""
    fingerprint: str = ""
    rests_on: tuple[SeenPiece, ...] = ()

    @property
    def key(self) -> str:
        """What was signed."""
        return self.item or self.part


class Review(Struct, frozen=True):
    """One person's comments, replies and sign-offs in a round."""

    id: str
    where: Source = NOWHERE
    name: str = ""
    role: str = ""
    comments: tuple[Comment, ...] = ()
    replies: tuple[Reply, ...] = ()
    signoffs: tuple[SignOff, ...] = ()
    seen: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The wordings that sign-offs rest on, each once, by its sum."""
    accepted: tuple[Accepted, ...] = ()
