"""Puts the numbers of a sentence so that each can be read alone: earlier values beside them are taken out."""

import re
from collections.abc import Mapping

from msgspec import Struct

from tea_assistant.importing.number_words import NUMBER_WORDS, NUMBERS
from tea_assistant.patterns import regex

_NUMBER = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d{1,7}(?:,\d{1,2})?"
_PERCENT = r"(?:[ \u00a0\u202f]*(?:%|Prozent\b))"
_EARLIER = rf"\s*\(\s*(?P<year>(?:19|20)\d\d):\s*(?P<earlier>{_NUMBER}){_PERCENT}?\s*\)"
_PIECE = regex(
    # „Anteile Männer : Frauen bei 143 : 81 (2019: 130 : 67)“
    r"(?P<left>[A-ZÄÖÜ][\w*]+)\s*:\s*(?P<right>[A-ZÄÖÜ][\w*]+)(?P<between>(?:\s+[a-zäöüß]+){0,4})\s+"
    r"(?P<one>\d{1,6})\s*:\s*(?P<two>\d{1,6})"
    r"(?:\s*\(\s*(?P<since>(?:19|20)\d\d):\s*(?P<first>\d{1,6})\s*:\s*(?P<second>\d{1,6})\s*\))?"
    rf"|(?<![\w.,:/-])(?P<number>{_NUMBER})(?P<unit>{_PERCENT}?){_EARLIER}"
    rf"|\b(?P<word>{NUMBER_WORDS})\b(?:{_EARLIER.replace('year', 'of').replace('earlier', 'was')}"
    r"|(?=\s+[A-ZÄÖÜ]))",
    re.IGNORECASE,
)


class Earlier(Struct, frozen=True):
    """What a number was before, as it stood in brackets behind it."""

    year: str
    printed: str


class Evened(Struct, frozen=True):
    """A text with plain numbers, and what was taken out of it."""

    text: str
    earlier: Mapping[int, Earlier]
    """By where the number begins in the text."""


def evened(text: str) -> Evened:
    """Return a text in which numbers stand alone: „59 (2019: 58) Prozent“ becomes „59 Prozent“."""
    written, length, at = list[str](), 0, 0
    earlier: dict[int, Earlier] = {}

    def write(piece: str) -> None:
        nonlocal length
        written.append(piece)
        length += len(piece)

    def number(piece: str, year: str | None, before: str | None) -> None:
        if year and before:
            earlier[length] = Earlier(year, before)
        write(piece)

    for match in _PIECE.finditer(text):
        write(text[at : match.start()])
        at = match.end()
        if match["left"]:
            write(f"{match['between'].strip()} ".lstrip())
            number(match["one"], match["since"], match["first"])
            write(f" {match['left']} und ")
            number(match["two"], match["since"], match["second"])
            write(f" {match['right']}")
        elif match["number"]:
            number(match["number"], match["year"], match["earlier"])
            write(match["unit"])
        else:
            number(str(NUMBERS[match["word"].casefold()]), match["of"], match["was"])
    write(text[at:])
    return Evened("".join(written), earlier)
