"""How far a document was gone through: what a person made of each of its proposals."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Decided:
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


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """The decisions about one document, by the keys of its proposals."""

    id: str
    where: Source = dataclasses.field(default=NOWHERE, repr=False)
    document: str = ""
    sha256: str = ""
    read: str = ""
    found: int = 0
    """How many proposals the document gave when it was read last."""
    proposals: Mapping[str, Decided] = dataclasses.field(default_factory=dict)
