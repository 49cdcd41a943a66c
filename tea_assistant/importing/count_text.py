"""Numbers as they are printed in German tables: a count of people, a percentage, no value, or a problem."""

import re
from fractions import Fraction

from msgspec import Struct

from tea_assistant.model.grid import GridCell
from tea_assistant.patterns import regex

_BLANKS = "\u00a0\u2007\u2009\u202f\u2002\u2003"
_NO_VALUE = frozenset(
    ["", "-", "–", "—", "−", ".", "..", "...", "…", "/", "x", "*", "**", "***", "k.a.", "n.a.", "n/a"]
)
_NOTE_MARK = regex(r"\s*(?:\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]+)$")
_SUPPRESSED = regex(r"(?:<|≤|unter|weniger als)\s*\d+")
_SIGN = regex(r"^[-−–]\s*(?=\d)")
_GROUPED = regex(r"\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+|(?:'\d{3})+)")
_COMMA_GROUPED = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = regex(r"\d+")
_POINT_DECIMALS = regex(r"\d+\.\d{1,2}")
_PERCENT = regex(r"(?P<number>.*?)\s*(?:%|Prozent|v\. ?H\.)")
_EXCEL_ERROR = regex(r"#[A-ZÄÖÜ0-9/]+[!?]?")
_MOST_DIGITS = 9
"""Of a count: nobody employs a thousand million people."""
_MOST_DECIMALS = 4
"""Of a percentage, as the file of figures allows."""
_ALL = 100


class Count(Struct, frozen=True):
    """So many people."""

    number: int


class Percent(Struct, frozen=True):
    """A percentage with its printed decimal places."""

    number: Fraction
    digits: int


class NoValue(Struct, frozen=True):
    """The cell says nothing, or that it will not say."""

    reason: str = ""
    """German; empty where the cell is simply blank."""


class Unreadable(Struct, frozen=True):
    """The cell should hold a number and does not; `message` goes on after the name of the cell."""

    message: str


Content = Count | Percent | NoValue | Unreadable


def content_of(cell: GridCell, *, percent: bool = False) -> Content:
    """Say what a cell holds; `percent` is the column's own word that its plain numbers are percentages."""
    text = _NOTE_MARK.sub("", _evened(cell.text)) if cell.text.strip("* ") else ""
    if text.casefold().replace(" ", "") in _NO_VALUE:
        return NoValue()
    if _SUPPRESSED.fullmatch(text.casefold()):
        return NoValue(f"„{text}“ nennt keine Anzahl")
    if text.startswith("="):
        return Unreadable("enthält eine Formel ohne Ergebnis. Bitte die Datei in Excel öffnen und speichern")
    if _EXCEL_ERROR.fullmatch(text):
        return Unreadable(f"enthält einen Fehler aus Excel: {text}")
    if _SIGN.search(text):
        return _negative(text)
    if found := _PERCENT.fullmatch(text):
        return _percent(text, found["number"])
    if percent:
        return _percent(text, text)
    return _exact(cell) if cell.number is not None else _count(text)


def _evened(text: str) -> str:
    return " ".join(text.translate(dict.fromkeys(map(ord, _BLANKS), " ")).replace("’", "'").split())


def _exact(cell: GridCell) -> Content:
    """Judge what a workbook holds, which may be more than it shows."""
    number = cell.number or Fraction(0)
    if number < 0:
        return _negative(cell.text)
    if number.denominator != 1:
        return _not_whole(cell.text)
    return _sized(str(number.numerator), cell.text)


def _count(text: str) -> Content:
    whole, comma, decimals = text.partition(",")
    if _COMMA_GROUPED.fullmatch(text):
        as_count = text.partition(".")[0].replace(",", "")
        return Unreadable(
            f"ist nicht eindeutig: „{text}“ kann {as_count} heißen oder {text} mit Nachkommastellen. "
            "Bitte ohne Komma schreiben"
        )
    if _POINT_DECIMALS.fullmatch(text):
        return _not_whole(text)
    digits = _digits(whole)
    if digits is None or (comma and not _PLAIN.fullmatch(decimals)):
        return _no_number(text)
    if decimals.strip("0"):
        return _not_whole(text)
    return _sized(digits, text)


def _sized(digits: str, text: str) -> Content:
    return Count(int(digits)) if len(digits) <= _MOST_DIGITS else Unreadable(f"ist zu groß: „{text}“")


def _digits(whole: str) -> str | None:
    """Return the digits of a whole number with or without marks for thousands; None where it is none."""
    if not whole.isascii():
        return None
    if _PLAIN.fullmatch(whole):
        return whole
    return re.sub(r"\D", "", whole) if _GROUPED.fullmatch(whole) else None


def _percent(text: str, number: str) -> Content:
    whole, comma, decimals = number.strip().replace(".", ",").partition(",")
    if not (whole.isascii() and _PLAIN.fullmatch(whole)) or (
        comma and not (decimals.isascii() and _PLAIN.fullmatch(decimals))
    ):
        return _no_number(text)
    if len(whole) > _MOST_DIGITS or len(decimals) > _MOST_DECIMALS:
        return Unreadable(f"hat mehr als vier Nachkommastellen: „{text}“")
    share = Fraction(f"{whole}.{decimals or 0}")
    if share > _ALL:
        return Unreadable(f"nennt mehr als 100 Prozent: „{text}“")
    return Percent(share, len(decimals))


def _negative(text: str) -> Unreadable:
    return Unreadable(f"ist negativ: „{text}“. Eine Anzahl kann nicht unter null liegen")


def _not_whole(text: str) -> Unreadable:
    return Unreadable(f"ist keine ganze Zahl: „{text}“. Gezählt werden Köpfe, keine Stellenanteile")


def _no_number(text: str) -> Unreadable:
    return Unreadable(f"enthält Text, wo eine Zahl stehen muss: „{text}“")
