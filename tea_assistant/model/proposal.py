"""What an import proposes: a measure, goal, figure or saying with its place, for a person to decide."""

import re
from collections.abc import Container
from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from tea_assistant.model.evidence import Audience, LegalCharacter, Origin, Result
from tea_assistant.model.review import ExpectationKind

CERTAIN = 0.95
"""From here on a suggestion may be accepted together with others, unseen."""
LIKELY = 0.5


class ProposalKind(StrEnum):
    """What a proposal would become."""

    MEASURE = "measure"
    """A file in `evidence/`."""
    GOAL = "goal"
    """What an organisation wants to reach; the goal of a measure, or an announcement."""
    FIGURE = "figure"
    """A number in the text, or a table for the audit of figures."""
    AWARD = "award"
    """Which award a jury has given, when, and for which years."""
    PRAISE = "praise"
    """What a jury found good."""
    EXPECTATION = "expectation"
    """What a jury asks for, to be answered next time."""
    STATEMENT = "statement"
    """A text of an application that was handed in: an opening, a closing, a basic understanding."""


class Certainty(StrEnum):
    """How far a person may rely on a suggestion."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"

    @property
    def word(self) -> str:
        """The German word for it."""
        return _WORDS[self]


class Proposal(Struct, frozen=True):
    """Something found in a document; nothing of it counts until a person has decided."""

    kind: ProposalKind
    key: str
    """The same for the same text in every version of a document, see `proposal_key`."""
    title: str = ""
    text: str = ""
    """What the source says, whole and in its own words."""
    action_field: str = ""
    """The suggested action field; empty where no word speaks for any."""
    criterion: str = ""
    prompt: str = ""
    """Of a statement, which text it is: `opening`, `closing` or the id of a prompt."""
    cycle: str = ""
    """Of awards, praise, expectations, figures and statements, the round they belong to, if it is known."""
    expectation: ExpectationKind | None = None
    """Of an expectation, where it comes from."""
    award: int | None = None
    """Of an award, which one it is; for which years it is valid stands in `since` and `until`."""
    decided: str = ""
    """Of an award, the day on which the jury decided."""
    indicator: str = ""
    """Of a figure, the indicator of the catalogue that its words name; its value stands in `results`."""
    digits: int | None = None
    """Of a published percentage, how many decimals it was printed with."""
    confidence: float = 0.0
    """How sure the action field is, from 0 to 1."""
    reason: str = ""
    """German: the words that decided."""
    since: str = ""
    until: str = ""
    responsible: str = ""
    partners: tuple[str, ...] = ()
    participants: str = ""
    """How many and who took part, as the text says it: „zehn Mentees“."""
    target_groups: tuple[str, ...] = ()
    audience: Audience | None = None
    legal_character: LegalCharacter | None = None
    legal_basis: str = ""
    results: tuple[Result, ...] = ()
    flags: tuple[str, ...] = ()
    """German: what the person who decides should look at, such as „Name einer Person“."""
    origin: Origin | None = None
    blocks: tuple[int, ...] = ()
    """The blocks of the document that it was taken from, by their places in `SourceDocument.blocks`."""

    @property
    def certainty(self) -> Certainty:
        """How far a person may rely on the suggested action field."""
        if self.confidence >= CERTAIN:
            return Certainty.CERTAIN
        return Certainty.LIKELY if self.confidence >= LIKELY else Certainty.UNSURE


def proposal_key(kind: ProposalKind, text: str, *, taken: Container[str] = ()) -> str:
    """Make the key of a proposal from its text, in which line ends and hyphens may change between versions.

    Where a document says the same twice, the second gets a number.
    """
    letters = "".join(re.findall(r"\w+", text.casefold()))
    base = f"{kind}-{sha256(letters.encode()).hexdigest()[:16]}"
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


_WORDS = {Certainty.CERTAIN: "sicher", Certainty.LIKELY: "wahrscheinlich", Certainty.UNSURE: "unsicher"}
