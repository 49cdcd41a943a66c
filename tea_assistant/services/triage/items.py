"""What lies before a person who goes through documents: proposals with what became of them."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from tea_assistant.model.proposal import Proposal
from tea_assistant.model.source_document import SourceDocument


class ItemState(StrEnum):
    """How far a proposal is."""

    OPEN = "open"
    ACCEPTED = "accepted"
    MERGED = "merged"
    REFUSED = "refused"
    LATER = "later"
    UNCHANGED = "unchanged"
    """Decided when the document was gone through before, and it says the same today."""

    @property
    def word(self) -> str:
        """The German word for it."""
        return _WORDS[self]

    @property
    def waits(self) -> bool:
        """Tell whether somebody still has to decide."""
        return self in (ItemState.OPEN, ItemState.LATER)


class Earlier(Struct, frozen=True):
    """What an earlier version of the document said at this place, and what became of it."""

    key: str
    title: str
    text: str
    state: ItemState
    evidence: str = ""


class Item(Struct, frozen=True):
    """One proposal of one document, as it stands now."""

    id: str
    """Tells it from all others, also of other documents."""
    document: str
    """The id of its `OpenedDocument`."""
    proposal: Proposal
    state: ItemState = ItemState.OPEN
    evidence: str = ""
    """The measure that it became or went into."""
    file: str = ""
    """Where it went otherwise, or went as well."""
    reason: str = ""
    """Why it was refused."""
    decided: str = ""
    by: str = ""
    earlier: Earlier | None = None
    """Set where the document has changed here since it was decided."""


PUT_TOGETHER = "~"
"""How the ids of parts and wholes end, which a person has made."""


class OpenedDocument(Struct, frozen=True):
    """A document that was read, or another dossier as one."""

    id: str
    """The name of its file in `import/`, which is made with the first decision."""
    source: SourceDocument
    proposals: tuple[Proposal, ...]
    """As they stand in the document; `Triage.items` has them as a person has split and joined them."""
    path: Path
    """Where it was read from."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """German: what was not read and why, and what a person should know."""
        return self.source.remarks


class Candidate(Struct, frozen=True):
    """A measure of the dossier that may be the same as a proposal."""

    evidence: str
    title: str
    score: float
    """From 0 to 1."""
    reason: str
    """German: the words that both have, or that it became this one before."""


class Addition(Struct, frozen=True):
    """Something that a proposal knows and a measure may take on."""

    name: str
    """The key in the file of the measure: `summary`, `partners`, `results` …"""
    label: str
    """The German title of that key."""
    old: str
    """What stands there, as text; empty where nothing does."""
    new: str
    """What the proposal would put there or append."""
    chosen: bool
    """Whether it is taken unless a person says otherwise: only what the measure lacks."""


class Counts(Struct, frozen=True):
    """How many proposals are how far."""

    open: int = 0
    accepted: int = 0
    merged: int = 0
    refused: int = 0
    later: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.open + self.accepted + self.merged + self.refused + self.later + self.unchanged

    @property
    def done(self) -> int:
        """How many nobody has to look at any more."""
        return self.total - self.open - self.later


_WORDS = {
    ItemState.OPEN: "offen",
    ItemState.ACCEPTED: "übernommen",
    ItemState.MERGED: "zusammengeführt",
    ItemState.REFUSED: "abgelehnt",
    ItemState.LATER: "später",
    ItemState.UNCHANGED: "schon entschieden",
}
