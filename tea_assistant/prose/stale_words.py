"""Finds what ages in a text: plans, days that have passed, words that mean the time of writing."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.dates import span_of
from tea_assistant.patterns import regex

_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_SEASONS = {"frühjahr": 5, "frühling": 5, "sommer": 8, "herbst": 11, "winter": 12}
"""The month by whose end one would call it past."""
# „So sollen Vorurteile gar nicht erst entstehen“ states a purpose, which does not grow old.
_PLANS = regex(
    r"\b(?:(?:ein)?geplant\w*|in\s+(?:der\s+)?(?:planung|vorbereitung|kürze)|(?<!so\s)soll(?:en|te|ten)?|vorgesehen\w*"
    r"|beabsichtig\w+|angestrebt\w*|künftig\w*|demnächst|voraussichtlich\w*|vorhaben)\b",
    re.IGNORECASE,
)
_RELATIVE = regex(
    r"\b(?:derzeit\w*|zurzeit|aktuell\w*|heute|erstmals|gerade\s+erst|bald|kürzlich"
    r"|(?:seit\s+der\s+)?(?:letzten|vorigen)\s+(?:bewerbung|auszeichnung)"
    r"|(?:diese[ms]|letzte[mns]|vorige[mns]|vergangene[mns]|nächste[mns]?|kommende[mns]?)\s+jahr(?:e[ns]?)?)\b",
    re.IGNORECASE,
)
_DATES = regex(
    r"\b(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"
    r"|(?:(?P<of_month>\d{1,2})\.\s)?(?P<named>" + "|".join([*_MONTHS, *_SEASONS]) + r")\s(?P<in_year>\d{4})"
    r"|(?P<alone>(?:19|20)\d{2}))\b",
    re.IGNORECASE,
)
_AROUND = 40
"""Characters of an excerpt on either side of the word."""


class Aging(StrEnum):
    """Why a word of an old text deserves a look."""

    PLAN = "plan"
    PAST = "past"
    """A date that lay ahead when the text was written, and has passed."""
    RELATIVE = "relative"
    """A word that means the time of writing."""


class StaleWord(Struct, frozen=True):
    """A word with its place in the text, from `start` up to before `end`."""

    why: Aging
    start: int
    end: int
    text: str

    @property
    def word(self) -> str:
        """The word itself."""
        return self.text[self.start : self.end]

    @property
    def excerpt(self) -> str:
        """The word with a few words around it, on one line."""
        begin, stop = max(self.start - _AROUND, 0), min(self.end + _AROUND, len(self.text))
        # Cut words say nothing.
        head = self.text[begin : self.start]
        head = head if begin == 0 else "…" + head[head.find(" ") :]
        tail = self.text[self.end : stop]
        tail = tail if stop == len(self.text) else tail[: tail.rfind(" ") + 1] + "…"
        return " ".join(f"{head}{self.word}{tail}".split())


def plan_words(text: str) -> tuple[StaleWord, ...]:
    """Return the words of a text that speak of a plan, in its order."""
    return tuple(StaleWord(Aging.PLAN, *match.span(), text) for match in _PLANS.finditer(text))


def stale_words(text: str, written: date, today: date) -> tuple[StaleWord, ...]:
    """Return what ages in a text that was written up to a day, in the order of the text."""
    found = [
        *plan_words(text),
        *(StaleWord(Aging.RELATIVE, *match.span(), text) for match in _RELATIVE.finditer(text)),
        *(StaleWord(Aging.PAST, *match.span(), text) for match in _passed(text, written, today)),
    ]
    return tuple(sorted(found, key=lambda word: (word.start, word.end)))


def _passed(text: str, written: date, today: date) -> Iterator[re.Match[str]]:
    for match in _DATES.finditer(text):
        span = span_of(_as_iso(match))
        if span is None or span.last >= today:
            continue
        # A year alone that was the year of writing most likely tells what had happened by then.
        lay_ahead = span.first > written if match["alone"] else span.last > written
        if lay_ahead:
            yield match


def _as_iso(match: re.Match[str]) -> str:
    if match["day"]:
        return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    if match["named"]:
        name = match["named"].casefold()
        month = _SEASONS.get(name) or _MONTHS.index(name) + 1
        day = f"-{int(match['of_month']):02}" if match["of_month"] else ""
        return f"{match['in_year']}-{month:02}{day}"
    return str(match["iso"] or match["alone"])
