"""How far a document was gone through: what a person made of each of its proposals."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from tea_assistant.model.source import NOWHERE, Source


class Decision(StrEnum):
    """What a person made of a proposal."""

    ACCEPTED = "accepted"
    MERGED = "merged"
    """It went into something that was there."""
    REFUSED = "refused"
    LATER = "later"
    SPLIT = "split"
    """It was taken apart; its parts are decided on their own."""
    JOINED = "joined"
    """It was put together with others; the whole is decided."""


class Decided(Struct, frozen=True):
    """One proposal with its decision, and what it said then, by which a changed version is recognised."""

    kind: str = ""
    title: str = ""
    text: str = ""
    heading: str = ""
    line: int | None = None
    page: int | None = None
    state: Decision | None = None
    evidence: str = ""
    """The measure that it became or went into."""
    file: str = ""
    """Where it went otherwise."""
    reason: str = ""
    unread: bool = False
    """Taken over without a look at it."""
    by: str = ""
    decided: str = ""
    letters: int = 0
    """Of what was taken apart: after how many letters and digits."""
    into: str = ""
    """Of what was put together: the key of the whole."""


class ImportRecord(Struct, frozen=True):
    """The decisions about one document, by the keys of its proposals."""

    id: str
    where: Source = NOWHERE
    document: str = ""
    sha256: str = ""
    read: str = ""
    found: int = 0
    """How many proposals the document gave when it was read last."""
    proposals: Mapping[str, Decided] = field(default_factory=dict)
