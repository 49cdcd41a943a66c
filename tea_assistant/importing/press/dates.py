"""When something that a release tells of began, and how long it lasts."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from tea_assistant.importing.number_words import NUMBER_WORDS, number_of
from tea_assistant.patterns import regex
from tea_assistant.prose.dates import MONTHS

_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
_DATE = regex(
    rf"(?:\b(?P<weekday>{'|'.join(_DAYS)}),?\s+(?:den\s+)?)?\b(?P<day>\d{{1,2}})\.\s?(?P<month>{'|'.join(MONTHS)}"
    r"|\d{1,2}\.)\s?(?P<year>(?:19|20)\d\d)?\b"
)
_ISO = regex(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_BEGAN = regex(
    r"unterzeichne|unterschrieb|unterschrift|gestartet|startet|start\b|Auftakt|begann|beginnt|begonnen|eröffnet|"
    r"ins Leben|gegründet|erstmals|seit\b",
    re.IGNORECASE,
)
_LENGTH = regex(
    rf"\b(?P<number>\d{{1,3}}|{NUMBER_WORDS}|eine?[mn]?)[ -]?"
    r"(?P<unit>Monat|Jahr|Woche|Tag)(?P<rest>e[ns]?|en|n|ig\w*|s)?\b",
    re.IGNORECASE,
)
_ADJECTIVE = regex(
    r"\b(?P<number>\d{1,3}|[a-zäöüß]+)(?P<unit>monatig|jährig|wöchig|tägig)(?:e[nrsm]?)\b", re.IGNORECASE
)
_UNITS = {
    "monat": "Monate",
    "jahr": "Jahre",
    "jähr": "Jahre",
    "woche": "Wochen",
    "wöch": "Wochen",
    "tag": "Tage",
    "täg": "Tage",
}
_LASTS = regex(
    r"\blang\b|\büber\b|dauer|Laufzeit|läuft|für die Dauer|\bvon\b|in den kommenden|begleitet", re.IGNORECASE
)
_PAST = regex(r"\bvor\s+$|\bseit\s+$|\balle\s+$", re.IGNORECASE)
_REACH = 60


class Beginning(Struct, frozen=True):
    """A date on which something began."""

    iso: str
    words: str
    """As the text says it."""
    remark: str = ""
    """German: how the year was told where the text does not name it."""


class Duration(Struct, frozen=True):
    """How long something lasts."""

    number: int
    unit: str

    @property
    def text(self) -> str:
        """As people write it."""
        return f"{self.number} {self.unit}"


def beginning(sentences: Sequence[str], whole: str, today: date) -> Beginning | None:
    """Return when it began: the date beside „unterzeichnet“ or „gestartet“, or else the first one."""
    found = [(sentence, match) for sentence in sentences for match in _DATE.finditer(sentence)]
    if not found:
        return None
    _, match = next(((s, m) for s, m in found if _BEGAN.search(s)), found[0])
    day, month = int(match["day"]), _month(match["month"])
    if match["year"]:
        made = _date(int(match["year"]), month, day)
        return Beginning(made.isoformat(), match[0]) if made else None
    printed = _written_in(whole, today)
    fits_day = not match["weekday"] or _falls_on(printed, month, day, match["weekday"], today)
    if printed and fits_day and (made := _date(printed, month, day)):
        return Beginning(
            made.isoformat(), match[0], f"Das Jahr {printed} steht nur an anderer Stelle des Textes"
        )
    if match["weekday"]:
        fits = [
            y
            for y in range(today.year, today.year - 30, -1)
            if _falls_on(y, month, day, match["weekday"], today)
        ]
        if fits:
            before = f", davor {fits[1]}" if len(fits) > 1 else ""
            day_of = f"auf einen {match['weekday']} fiel der Tag zuletzt {fits[0]}{before}"
            remark = f"Der Text nennt kein Jahr; {day_of}"
            return Beginning(f"{fits[0]}-{month:02}-{day:02}", match[0], remark)
    return None


def duration(sentences: Iterable[str]) -> Duration | None:
    """Return how long it lasts: „15 Monate lang“, „zwölfmonatig“, „Laufzeit von einem Jahr“."""
    for sentence in sentences:
        for match in _ADJECTIVE.finditer(sentence):
            if number := _number(match["number"]):
                return Duration(number, _UNITS[match["unit"].casefold().removesuffix("ig")])
        for match in _LENGTH.finditer(sentence):
            around = sentence[max(match.start() - _REACH, 0) : match.end() + _REACH]
            number = _number(match["number"])
            if number and _LASTS.search(around) and not _PAST.search(sentence[: match.start()]):
                return Duration(number, _UNITS[match["unit"].casefold()])
    return None


def end_of(iso: str, length: Duration) -> str:
    """Return the month in which something ends that began on a day; empty where the length is no months."""
    months = {"Monate": 1, "Jahre": 12}.get(length.unit, 0) * length.number
    if not months:
        return ""
    year, month = divmod(int(iso[:4]) * 12 + int(iso[5:7]) - 1 + months, 12)
    return f"{year}-{month + 1:02}"


def _written_in(whole: str, today: date) -> int:
    """Return the year of the latest full date in a text, which is when it was written."""
    years = [int(m["year"]) for pattern in (_DATE, _ISO) for m in pattern.finditer(whole) if m["year"]]
    return max((year for year in years if year <= today.year), default=0)


def _month(text: str) -> int:
    return MONTHS.index(text) + 1 if text in MONTHS else int(text.rstrip("."))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _falls_on(year: int, month: int, day: int, weekday: str, today: date) -> bool:
    made = _date(year, month, day)
    return made is not None and made <= today and made.weekday() == _DAYS.index(weekday)


def _number(text: str) -> int:
    return 1 if text.casefold() in ("ein", "eine", "einen", "einem") else number_of(text)
