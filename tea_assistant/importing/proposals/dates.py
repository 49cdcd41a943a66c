"""Since when and until when a measure runs, as its text says it: a year, a month or a day."""

import re

from tea_assistant.patterns import regex
from tea_assistant.prose.dates import MONTHS

_DATE = (
    r"(?:(?P<day>\d{1,2})\.\s?(?:(?P<month>\d{1,2})\.|(?P<name>" + "|".join(MONTHS) + r")\s)"
    r"|(?P<alone>"
    + "|".join(MONTHS)
    + r")\s|(?:dem\s)?Jahre?\s|Ende\s|Anfang\s)?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_BEGUN = (
    r"(?:eingeführt|getroffen|gegründet|beschlossen|verabschiedet|in Kraft getreten|unterzeichnet|gestartet|"
    r"eröffnet|"
    r"abgeschlossen|eingerichtet|begonnen|bekannt|ins Leben gerufen)"
)
_SINCE = regex(rf"\bseit\s(?:dem\s)?{_DATE}", re.IGNORECASE)
_BEGUN_AFTER = regex(
    rf"\b(?:im|am|bereits|vom|ab)\s(?:dem\s)?{_DATE}\s(?:[^.;]{{0,160}}?\s)?{_BEGUN}\b", re.IGNORECASE
)
_BEGUN_BEFORE = regex(rf"\b{_BEGUN}\s(?:wurde\s)?(?:im|am|seit)\s{_DATE}", re.IGNORECASE)
_UNTIL = regex(rf"\bbis\s(?:zum\s|einschließlich\s)?{_DATE}", re.IGNORECASE)
_ANY = regex(rf"(?<![\d.])(?:(?:im|am|vom)\s)?{_DATE}")
_FROM = regex(r"\s*(?:ab|seit|beginn|start)\b", re.IGNORECASE)
_PERIOD = regex(r"\b(?:19|20)\d\d\s(?:bis|[-–])\s(?:19|20)\d\d\b")
_DAYS = 31


def since_of(text: str) -> str:
    """Return since when: `2017`, `2017-04` or `2017-04-01`; empty where the text does not say."""
    for pattern in (_SINCE, _BEGUN_AFTER, _BEGUN_BEFORE):
        if found := pattern.search(text):
            return _written(found)
    return ""


def until_of(text: str) -> str:
    """Return until when; a span such as „2013 bis 2017“ is one of a report and no end."""
    found = _UNTIL.search(_PERIOD.sub("", text))
    return _written(found) if found else ""


def date_near(text: str, at: int) -> str:
    """Return the date that stands nearest before a place in a text, or else the first behind it."""
    dates = list(_ANY.finditer(text))
    before = [found for found in dates if found.start() < at]
    nearest = before[-1] if before else dates[0] if dates else None
    return _written(nearest) if nearest else ""


def date_in(text: str) -> str:
    """Return the first date of a text, as exact as it is; empty where there is none."""
    found = _ANY.search(text)
    return _written(found) if found else ""


def term_of(text: str) -> tuple[str, str]:
    """Return since and until when, from a cell such as „ab 2024“, „31.12.2026“ or „2024 bis 2026“."""
    dates = [_written(found) for found in _ANY.finditer(text)]
    if not dates:
        return "", ""
    if len(dates) > 1:
        return dates[0], dates[-1]
    return (dates[0], "") if _FROM.match(text) else ("", dates[0])


def _written(found: re.Match[str]) -> str:
    name = found["name"] or found["alone"]
    # Month names are matched in any case; the text may have been in capitals.
    month = int(found["month"]) if found["month"] else 0
    if name:
        month = next(number for number, other in enumerate(MONTHS, 1) if other.lower() == name.lower())
    day = int(found["day"]) if found["day"] else 0
    if not 1 <= month <= len(MONTHS):
        return found["year"]
    return f"{found['year']}-{month:02}" + (f"-{day:02}" if 1 <= day <= _DAYS else "")
