"""Numbers as German tables print them: 1.990, 40,38 %, „643*“, a dash for nothing."""

import re
from functools import lru_cache

from msgspec import Struct

from tea_assistant.patterns import regex

_NUMBER = regex(
    r"(?P<sign>[-+−–±])?"
    r"(?:(?P<grouped>\d{1,3}(?:[.\u00a0\u202f '’]\d{3})+)(?:,(?P<grouped_rest>\d+))?"
    r"|(?P<whole>\d+)(?:,(?P<rest>\d+))?"
    r"|(?P<english>\d+(?:,\d{3})*)\.(?P<english_rest>\d+)"
    r"|(?P<english_grouped>\d{1,3}(?:,\d{3}){2,}))"
    r"(?P<percent>\s*(?:%|v\.\s?H\.|Prozent))?"
    r"(?P<note>\s*\*{1,3}|\s*[¹²³⁴-⁹]+|\s*†|\s+\d\)|\s*\[\d+\])?"
)
_NOTHING = frozenset(("", "-", "–", "—", "−", "--", "---"))
_UNKNOWN = frozenset((*"/.x*•…", "...", "**", "***", "k. a.", "k.a.", "n. v.", "n.v.", "n. a.", "n.a.")) | {
    "entfällt",
    "keine angabe",
    "unbekannt",
}


class PrintedNumber(Struct, frozen=True):
    """A number with the precision of its print."""

    scaled: int
    """The number in units of its last printed digit."""
    digits: int = 0
    percent: bool = False
    noted: bool = False
    """It carries the mark of a footnote, which may explain why it differs."""
    english: bool = False
    """Written as in English, with a point before the decimals."""


@lru_cache(maxsize=20_000)
def read_number(text: str) -> PrintedNumber | None:
    """Read one cell; None where it holds no number and nothing but one."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    if match["english"] or match["english_grouped"]:
        whole, rest = match["english"] or match["english_grouped"], match["english_rest"] or ""
    else:
        whole, rest = match["grouped"] or match["whole"], match["grouped_rest"] or match["rest"] or ""
    scaled = int(re.sub(r"\D", "", whole) + rest)
    negative = match["sign"] in ("-", "−", "–")
    return PrintedNumber(
        -scaled if negative else scaled,
        len(rest),
        percent=bool(match["percent"]),
        noted=bool(match["note"]),
        english=bool(match["english"] or match["english_grouped"]),
    )


def is_nothing(text: str) -> bool:
    """Tell whether a cell is blank or a dash, which both may stand for none."""
    return text in _NOTHING


def is_gap(text: str) -> bool:
    """Tell whether a cell holds no value: blank, a dash, or a mark for „not told“."""
    return text in _NOTHING or text.lower() in _UNKNOWN


def share_scaled(part: int, whole: int, digits: int, hundred: int = 100) -> int:
    """Return a share half up, in units of its last printed digit."""
    units: int = hundred * 10**digits
    return (2 * units * part + whole) // (2 * whole)


def share_cut(part: int, whole: int, digits: int, hundred: int = 100) -> int:
    """Return a share cut off instead of rounded."""
    units: int = hundred * 10**digits
    return units * part // whole


def number_text(scaled: int, digits: int = 0) -> str:
    """Write a number as German texts do, with a point for thousands."""
    whole, rest = divmod(abs(scaled), 10**digits)
    text = f"{whole:,}".replace(",", ".")
    if digits:
        text = f"{text},{rest:0{digits}}"
    return f"−{text}" if scaled < 0 else text


def percent_text(scaled: int, digits: int) -> str:
    """Write a share in per cent."""
    return f"{number_text(scaled, digits)} %"
