"""What a reviewer said, and what a jury said."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Praise:
    """Something that a jury singled out."""

    field: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an expectation in a later round."""

    state: Outcome | None = None
    text: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JuryExpectation:
    """What a jury asked for or noticed, or the organisation announced, to be answered next time."""

    id: str = ""
    field: str = ""
    text: str = ""
    kind: ExpectationKind | None = None
    answers: Mapping[str, Answer] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JuryDecision:
    """A jury's reasoning for one award."""

    where: Source = dataclasses.field(default=NOWHERE, repr=False)
    award: int | None = None
    decided: str = ""
    valid: Mapping[str, str] = dataclasses.field(default_factory=dict)
    source: str = ""
    praise: tuple[Praise, ...] = ()
    expectations: tuple[JuryExpectation, ...] = ()
    accepted: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A reviewer's remark on a place of the dossier."""

    file: str = ""
    path: str = ""
    text: str = ""
    kind: str = "comment"
    made: str = ""
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """A reviewer's signature on a state of a part."""

    part: str = ""
    made: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer's comments and sign-offs in a round."""

    id: str
    where: Source = dataclasses.field(default=NOWHERE, repr=False)
    name: str = ""
    role: str = ""
    comments: tuple[Comment, ...] = ()
    signoffs: tuple[SignOff, ...] = ()
