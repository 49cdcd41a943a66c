"""Which award a jury's text speaks of: its number, the day of the decision, the years that it holds."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tea_assistant.importing.proposals.dates import date_in
from tea_assistant.patterns import regex
from tea_assistant.prose.dates import MONTHS
from tea_assistant.prose.jury_text import without_salutation
from tea_assistant.prose.sentences import sentences

TEQ = regex(r"TOTAL\s+E-?\s?QUALITY", re.IGNORECASE)
_YEAR = r"(?:19|20)\d\d"
DATED = regex(
    rf"^(?:[A-ZÄÖÜ][\w. -]{{1,40}}, )?(?:(?:den|am) )?"
    rf"\d{{1,2}}\. ?(?:(?:{'|'.join(MONTHS)}) |\d{{1,2}}\. ?){_YEAR}(?: \([^()]*\))?$",
    re.IGNORECASE,
)
"""A line with place and date, or a date alone."""
NUMBERED = regex(
    r"\b(?P<word>erst|zweit|dritt|viert|fünft|sechst|siebt|acht)(?:e[nr]?|malig\w*)? (?:Mal|Auszeichnung)"
    r"|\b(?P<digits>\d{1,2})\. (?:Mal|Auszeichnung)",
    re.IGNORECASE,
)
_ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht")
_OF_THE_AWARD = regex(r"Prädikat|Auszeichnung|ausgezeichnet|auszuzeichnen|verl(?:ei|ie)h", re.IGNORECASE)
"""Something else may happen for the first time, too."""
_DECIDED = regex(
    r"\b(?:(?:Jury-?)?Sitzung|Jury-?(?:begründung|votum|urteil|entscheidung)"
    r"|(?:Entscheidung|Votum|Begründung) der Jury|Jury (?:hat|entschied|beschloss))\s(?:am|vom)\s(?=\d)",
    re.IGNORECASE,
)
_VALID = regex(
    rf"\b(?:für die Jahre|(?:gilt|gültig|Gültigkeit|Laufzeit|Geltungsdauer)\b[^.!?]{{0,60}}?)\s"
    rf"(?P<begin>{_YEAR})\s?(?:bis|–|-)\s?(?:Ende\s)?(?P<end>{_YEAR})\b",
    re.IGNORECASE,
)
_LONGEST_VALID = 5
_ROUND = regex(rf"Prädikat\W{{0,3}}({_YEAR})")
_ANY_YEAR = regex(rf"\b{_YEAR}\b")
_FULL_DAY = len("2025-06-23")

Said = tuple[int, str]
"""A block by its place in the document, and a sentence or line of it."""


class ToldAward(Struct, frozen=True):
    """What a text says of the award that it gives reasons for."""

    number: int | None = None
    decided: str = ""
    valid: tuple[str, str] | None = None
    sources: tuple[Said, ...] = ()
    """Where it says so, in the order of the document."""


def told_award(heads: Sequence[Said], body: Iterable[Said]) -> ToldAward:
    """Read the award from the headings and dates around a text, and from the text itself."""
    titles = [each for each in heads if not DATED.match(each[1])]
    dates = [each for each in heads if DATED.match(each[1])]
    told = [(at, sentence) for at, text in body for sentence in sentences(without_salutation(text))]
    number = _number(titles, told)
    decided = _decided((*titles, *told), dates)
    valid = _valid((*titles, *told))
    found = {each[0] for each in (number, decided, valid) if each}
    return ToldAward(
        number[1] if number else None,
        decided[1] if decided else "",
        valid[1] if valid else None,
        tuple(sorted((each for each in (*heads, *told) if each in found), key=lambda each: each[0])),
    )


def round_of(titles: str, award: ToldAward) -> str:
    """Return the round that a jury decided on: as its heading says, else the first year of the award."""
    if named := _ROUND.search(titles):
        return named[1]
    if years := _ANY_YEAR.findall(titles):
        return str(years[0])
    return award.valid[0] if award.valid else award.decided[:4]


def _number(titles: Iterable[Said], told: Iterable[Said]) -> tuple[Said, int] | None:
    for each in (*titles, *(each for each in told if _OF_THE_AWARD.search(each[1]))):
        if found := NUMBERED.search(each[1]):
            digits, word = found["digits"], found["word"]
            return each, int(digits) if digits else _ORDINALS.index(word.casefold()) + 1
    return None


def _decided(told: Iterable[Said], dates: Sequence[Said]) -> tuple[Said, str] | None:
    """Prefer the day that the text itself names; a letter is written some days later."""
    spelled = ((each, each[1][found.end() :]) for each in told if (found := _DECIDED.search(each[1])))
    for each, text in (*spelled, *((each, each[1]) for each in reversed(dates))):
        day = date_in(text)
        if len(day) == _FULL_DAY:
            return each, day
    return None


def _valid(told: Iterable[Said]) -> tuple[Said, tuple[str, str]] | None:
    for each in told:
        found = _VALID.search(each[1])
        if found and 0 <= int(found["end"]) - int(found["begin"]) < _LONGEST_VALID:
            return each, (found["begin"], found["end"])
    return None


def lines_of(at: int, text: str) -> Iterator[Said]:
    """Give each line of a block by itself: below a heading the number of the award has its own."""
    yield from ((at, line.strip()) for line in text.splitlines() if line.strip())
