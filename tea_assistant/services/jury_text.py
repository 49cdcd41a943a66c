"""A jury's text, taken apart into sentences that a person sorts into praise and expectations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tea_assistant.model.review import ExpectationKind
from tea_assistant.services.expectations import add_expectation, add_praise
from tea_assistant.services.session import Session

LONGEST = 200_000
"""Characters of a text that are looked at; a jury writes two pages."""
_END = re.compile(r"[.!?…]+[“‘”\"')\]]*(?=\s+[„‚\"(]?[A-ZÄÖÜ0-9])")
_SHORT = re.compile(
    r"(?:^|[\s(„])(?:[a-zA-ZÄÖÜäöü]|bzw|ca|etc|evtl|ggf|inkl|max|min|mind|Nr|Abs|Art|Dr|Prof|St|Str|Tel|usw|vgl|Hrsg"
    r"|Jan|Feb|Apr|Aug|Sept|Okt|Nov|Dez|\d{1,2})$"
)
"""What a full stop follows without ending a sentence: abbreviations, initials, ordinal numbers."""


class Sort(StrEnum):
    """What a sentence of a jury is; the values of expectations are those of their kinds."""

    PRAISE = "praise"
    ASKED = ExpectationKind.ASKED.value
    NOTICED = ExpectationKind.NOTICED.value
    ANNOUNCED = ExpectationKind.ANNOUNCED.value
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence as a person has sorted and worded it."""

    sort: Sort
    text: str
    field: str = ""


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; a blank line ends one in any case."""
    paragraphs = re.split(r"\n[ \t\r]*\n", text[:LONGEST])
    return tuple(sentence for paragraph in paragraphs for sentence in _sentences(" ".join(paragraph.split())))


def _sentences(paragraph: str) -> Iterator[str]:
    begin = 0
    for match in _END.finditer(paragraph):
        if match[0] == "." and _SHORT.search(paragraph[max(begin, match.start() - 8) : match.start()]):
            continue
        yield paragraph[begin : match.end()]
        begin = match.end() + 1
    if begin < len(paragraph):
        yield paragraph[begin:]


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
