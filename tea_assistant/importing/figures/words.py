"""The words by which tables tell how they count: sexes, employment, ages, careers, pay groups.

Nothing here knows a group of people by its name; those come with the catalogue.
"""

import re
from collections.abc import Iterator

from tea_assistant.figures.audit.words import ABOVE_HALF, BELOW_HALF, FULL, PART, cleaned, role_of
from tea_assistant.importing.figures.meaning import GROUP, Meaning
from tea_assistant.patterns import regex

_EMPLOYMENT = (
    (BELOW_HALF, "part_below_half"),
    (ABOVE_HALF, "part_above_half"),
    (FULL, "full"),
    (PART, "part"),
)
_YEARS = r"(?:\s*(?:Jahren?|Lebensjahren?|J\.))?"
_AGE = regex(
    r"\b(?:(?:unter|über|ab|bis|bis zu|älter als|jünger als)\s+\d{2}"
    r"|\d{2}\s*(?:[-–]|bis(?: unter)?)\s*\d{2})(?![\d.,]*\s*%)"
    + _YEARS
    + r"(?:\s+und\s+(?:älter|jünger|mehr))?"
    r"|\b\d{2}" + _YEARS + r"\s+und\s+(?:älter|jünger|mehr)",
    re.IGNORECASE,
)
_AGE_RANGE = regex(r"\s*(?:[-–]|\bbis\b)\s*(?=\d)")
_AGE_UNIT = regex(r"\s*(?:Jahren?|Lebensjahren?|J\.)(?=\s|$)", re.IGNORECASE)
_CAREER = regex(r"\b(?:LG|Laufbahngruppe)\s*\d(?:\s*[./]\s*\d)?", re.IGNORECASE)
_PAY_GROUP = regex(r"(?:EG|E|A|B|R|W|C|S|P|KR|N)\s?\d{1,2}\s?[a-zü]?(?:\s*(?:TVöD|TV-L|LBesO|LBesG|BBesO))?")
_STATUS = regex(r"\b(?:beamt|tarif|angestellt)", re.IGNORECASE)
_STATUS_HEAD = regex(r"^Statusgruppe\s*:?\s*", re.IGNORECASE)
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_FULL_TIME_EQUIVALENTS = regex(
    r"\bVZÄ\b|Vollzeitäquivalent|Stellenanteil|\bFTE\b|\bVollkräfte", re.IGNORECASE
)
_NOTE_MARK = regex(r"\s*(?:\*{1,3}|[¹²³⁴-⁹]+)$")
_NUMBERED = regex(r"(?:lfd\.?\s*)?nr\.?|nummer", re.IGNORECASE)

_NAMES = (
    ("pay_group", r"entgelt|besoldung|eingruppierung|vergütung"),
    ("career", r"laufbahn"),
    ("level", r"ebene\b|\bfunktion|hierarchie|führungspositionen? als"),
    ("age", r"\balter"),
    ("duration", r"\bdauer"),
    ("status", r"\bstatus|dienstverhältnis|beschäftigungsverhältnis"),
    ("employment", r"beschäftigungsumfang|arbeitszeit"),
    ("training", r"fortbildung|seminar|lehrgang|schulung"),
    (
        "unit",
        r"bereich|\bamt\b|abteilung|dezernat|referat|einheit\b|fachdienst|einrichtung|dienststelle|standort",
    ),
    (GROUP, r"gruppe\b"),
)
_BY = regex(r"\bnach\s+(?:den\s+|dem\s+|der\s+)?([\w-]+)", re.IGNORECASE)


def counted(text: str) -> Meaning:
    """Return the sex, the employment and the kind of number that a label names."""
    role = role_of(text)
    kinds = [kind for word, kind in _EMPLOYMENT if word in role.limits]
    if {"full", "part"} <= set(kinds):
        # „Anteil TZ zu Vollzeit“ compares the two, and counts neither.
        kinds = []
    count = role.sex.value if role.names_sex else "total" if role.is_total else ""
    splits = (("employment", kinds[0]),) if kinds else ()
    return Meaning(count=count, splits=splits, percent=role.is_share)


def is_other(text: str) -> bool:
    """Tell whether a label speaks of something else than people: an average, money, hours."""
    return role_of(text).is_other


def is_part_of(text: str) -> bool:
    """Tell whether a label begins a part of what stands before it: „davon Frauen“."""
    return role_of(text).is_part


def is_full_time_equivalents(text: str) -> bool:
    """Tell whether a label counts positions instead of heads."""
    return _FULL_TIME_EQUIVALENTS.search(text) is not None


def splits_in(label: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a label narrows its group down to: the split, its value, and the words that say so."""
    text = without_mark(label)
    if found := _AGE.search(text):
        yield "age", _AGE_RANGE.sub("–", _AGE_UNIT.sub("", found[0])).strip(), found[0]
    if _PAY_GROUP.fullmatch(text):
        yield "pay_group", text, text
    elif found := _CAREER.search(text):
        yield "career", found[0], found[0]
    elif _STATUS.search(text):
        yield "status", _STATUS_HEAD.sub("", text), text


def named_by(head: str) -> str:
    """Return what the texts below a head tell: one of the splits, or a group; empty where it is unclear."""
    text = cleaned(head).casefold()
    return next((name for name, pattern in _NAMES if re.search(pattern, text)), "")


def named_by_title(title: str) -> str:
    """Return what the rows of a table are, from its title: „Führungskräfte nach Altersgruppen“."""
    return next((name for word in _BY.findall(title) if (name := named_by(word))), "")


def is_numbering(head: str) -> bool:
    """Tell whether a column only numbers its rows."""
    return _NUMBERED.fullmatch(head.strip()) is not None


def years_in(text: str) -> frozenset[str]:
    """Return the years that a label names."""
    return frozenset(_YEAR.findall(text))


def without_years(text: str) -> str:
    """Return a label without its dates, so that next year's is the same."""
    return " ".join(
        re.sub(r"\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4})?|\b(?:19|20)\d\d\b", "", cleaned(text)).split()
    )


def without_mark(label: str) -> str:
    """Return a label without the star of its footnote; a gender star inside it stays."""
    return _NOTE_MARK.sub("", cleaned(label)).strip(" :")
