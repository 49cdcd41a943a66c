"""One application: its settings and what it says, field by field."""

from collections.abc import Mapping

from msgspec import Struct, field

from tea_assistant.model.evidence import Accepted, Proof
from tea_assistant.model.request import Request
from tea_assistant.model.review import JuryDecision, Review
from tea_assistant.model.source import NOWHERE, Source
from tea_assistant.model.transfer import Transfer

DEFAULT_PAGES = 25
"""Herne's second application had 25 pages (city's web page, 2022); there is no published limit."""


class Carried(Struct, frozen=True):
    """Texts taken over from an earlier round that nobody has confirmed yet, by dotted path."""

    cycle: str = ""
    texts: tuple[str, ...] = ()


class RequiredSignOff(Struct, frozen=True):
    """A role that has to sign the application, or some of its parts."""

    role: str = ""
    parts: tuple[str, ...] = ()
    """All parts where none is named."""


class CriterionAnswer(Struct, frozen=True):
    """What the organisation says to one criterion; `applies` is None while undecided."""

    applies: bool | None = None
    because: str = ""
    statement: str = ""
    evidence: tuple[str, ...] = ()


class OwnCriterion(Struct, frozen=True):
    """A criterion that the catalogue does not have."""

    id: str = ""
    title: str = ""
    statement: str = ""
    evidence: tuple[str, ...] = ()


class FieldAnswer(Struct, frozen=True):
    """What the organisation says to one action field."""

    id: str
    where: Source = NOWHERE
    opening: str = ""
    criteria: Mapping[str, CriterionAnswer] = field(default_factory=dict)
    own_criteria: tuple[OwnCriterion, ...] = ()
    closing: str = ""
    carried: Carried = Carried()
    accepted: tuple[Accepted, ...] = ()


class Cycle(Struct, frozen=True):
    """One round of applying."""

    id: str
    where: Source = NOWHERE
    catalogue: str = ""
    award: int | None = None
    renews: str = ""
    deadline: str = ""
    submitted: str = ""
    figures: str = ""
    page_budget: int | None = None
    """How many pages the document may have; None where the catalogue's own number holds."""
    understanding: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[Proof, ...] = ()
    sign_off: tuple[RequiredSignOff, ...] = ()
    authors: tuple[str, ...] = ()
    """Who writes the texts of the round."""
    carried: Carried = Carried()
    decisions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Where a person sent what an older catalogue had: its id to the ids chosen, none to leave it behind."""
    accepted: tuple[Accepted, ...] = ()


class Round(Struct, frozen=True):
    """A cycle with all that belongs to it: its fields, the jury's decision, reviews, transfer, requests."""

    cycle: Cycle
    fields: Mapping[str, FieldAnswer] = field(default_factory=dict)
    jury: JuryDecision | None = None
    reviews: Mapping[str, Review] = field(default_factory=dict)
    transfer: Transfer = field(default_factory=Transfer)
    requests: Mapping[str, Request] = field(default_factory=dict)
    """What departments were asked, by id."""
