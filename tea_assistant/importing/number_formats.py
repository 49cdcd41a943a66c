"""Values of a workbook as a reader sees them, in German, with the exact number behind them."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tea_assistant.patterns import regex

GENERAL = "General"
_GENERAL_DIGITS = 10
_QUOTED = regex(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DIGITS = regex(r"[0#?](?:[0#?,]*[0#?])?(?:\.(?P<decimals>[0#?]*))?")
_HUNDRED = Decimal(100)
_LARGEST = Decimal("1e15")
"""A workbook is exact up to fifteen digits."""


def printed(value: object, number_format: str | None) -> tuple[str, Fraction | None]:
    """Return the text of a cell and its exact number, which for a percentage is on the scale of its text."""
    match value:
        case None:
            return "", None
        case bool():
            return ("WAHR" if value else "FALSCH"), None
        case int() | float():
            return _number(Decimal(repr(value)), number_format or GENERAL)
        case datetime():
            return value.strftime("%d.%m.%Y" if value.time() == time() else "%d.%m.%Y %H:%M"), None
        case date():
            return value.strftime("%d.%m.%Y"), None
        case time():
            return value.strftime("%H:%M"), None
        case timedelta():
            return str(value), None
    return " ".join(str(value).split()), None


def _number(value: Decimal, number_format: str) -> tuple[str, Fraction | None]:
    if not value.is_finite() or abs(value) >= _LARGEST:
        return str(value), None
    # What differs by sign is a matter of looks; the first part of a format is for the ordinary number.
    section = _QUOTED.sub("", number_format.split(";", maxsplit=1)[0])
    if "%" in section:
        value *= _HUNDRED
    pattern = _DIGITS.search(section)
    text = _rounded(value, pattern) if pattern else _general(value)
    return f"{text} %" if "%" in section else text, Fraction(value)


def _rounded(value: Decimal, pattern: re.Match[str]) -> str:
    decimals = pattern["decimals"] or ""
    at_least = decimals.count("0")
    number = value.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    text = f"{number:,f}" if "," in pattern[0] else f"{number:f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0").ljust(at_least, "0") if rest else ""
    return _german(f"{whole}.{rest}" if rest else whole)


def _general(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{value:.0f}"
    return _german(f"{Decimal(f'{value:.{_GENERAL_DIGITS}g}'):f}")


def _german(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,"))
