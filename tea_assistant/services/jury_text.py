"""A jury's text, taken apart into sentences that a person sorts into praise and expectations."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.review import ExpectationKind
from tea_assistant.prose.sentences import sentences as sentences_of
from tea_assistant.services.expectations import add_expectation, add_praise
from tea_assistant.services.session import Session

LONGEST = 200_000
"""Characters of a text that are looked at; a jury writes two pages."""


class Sort(StrEnum):
    """What a sentence of a jury is; the values of expectations are those of their kinds."""

    PRAISE = "praise"
    ASKED = ExpectationKind.ASKED.value
    NOTICED = ExpectationKind.NOTICED.value
    ANNOUNCED = ExpectationKind.ANNOUNCED.value
    NOTHING = "nothing"


class Pick(Struct, frozen=True):
    """A sentence as a person has sorted and worded it."""

    sort: Sort
    text: str
    field: str = ""


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; a blank line ends one in any case."""
    return tuple(sentences_of(text[:LONGEST]))


def record(session: Session, cycle: str, picks: Sequence[Pick]) -> int:
    """Put what was sorted into the jury's decision on a round, as one step; return how many it was."""
    kept = [pick for pick in picks if pick.sort is not Sort.NOTHING and pick.text.strip()]
    with session.together():
        for pick in kept:
            if pick.sort is Sort.PRAISE:
                add_praise(session, cycle, pick.text, field=pick.field)
            else:
                add_expectation(session, cycle, pick.text, ExpectationKind(pick.sort.value), field=pick.field)
    return len(kept)
