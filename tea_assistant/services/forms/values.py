"""Values of a file as people type and read them in German, and back.

What cannot be understood stays the text that was typed: it is kept, and the check says what is wrong with it.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tea_assistant.patterns import regex

_GROUPED = regex(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN = regex(r"[+-]?\d+(,\d+)?")
_ISO = regex(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_GERMAN_DAY = regex(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_GERMAN_MONTH = regex(r"(\d{1,2})[./]\s*(\d{4})")
_LONGEST_NUMBER = 15
"""More digits than this are no count of anything, and more than a float can hold."""
_PERCENT = regex(r"(\d+)(?:,(\d+))?\s*%")


def text_of(value: object) -> str:
    """Write any value as one text; what is neither text nor number is shown as it is stored."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_text(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def number_text(value: float) -> str:
    """Write a number with a decimal comma and without thousands points, as one types it."""
    if isinstance(value, int):
        return str(value)
    # Not str(): 1e-05 is no German number.
    return f"{Decimal(repr(value)):f}".replace(".", ",") if value == value else str(value)  # noqa: PLR0124 (NaN)


def number_of(text: str) -> int | float | str:
    """Read 3345, 3.345 or 12,5 as a number; anything else stays text."""
    compact = "".join(text.split())
    if len(compact) > _LONGEST_NUMBER:
        return text
    if _GROUPED.fullmatch(compact):
        compact = compact.replace(".", "")
    elif not _PLAIN.fullmatch(compact):
        return text
    return float(compact.replace(",", ".")) if "," in compact else int(compact)


def date_text(value: object) -> str:
    """Write a stored date, month or year the German way: 11.02.2025, 02/2025, 2025."""
    text = text_of(value)
    found = _ISO.fullmatch(text)
    if found is None:
        return text
    year, month, day = found.groups()
    return f"{day}.{month}.{year}" if day else f"{month}/{year}"


def date_of(text: str, *, year_as_number: bool = True) -> int | str:
    """Read a German or ISO date, a month or a year as it is stored; anything else stays text."""
    text = text.strip()
    if year_as_number and re.fullmatch(r"\d{4}", text):
        return int(text)
    if found := _GERMAN_DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return text
    if found := _GERMAN_MONTH.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}"
    return text


def cell_text(value: object) -> str:
    """Write a cell of the figures: a count, or a published percentage as 43 %."""
    if isinstance(value, Mapping) and "percent" in value:
        percent, digits = value["percent"], value.get("digits", 0)
        if isinstance(percent, int | float) and isinstance(digits, int) and 0 <= digits <= 4:
            return f"{percent:.{digits}f} %".replace(".", ",")
    return text_of(value)


def cell_of(text: str) -> int | float | str | dict[str, Any]:
    """Read a cell of the figures: a count, or „43 %“ for what was only published as a percentage."""
    found = _PERCENT.fullmatch(text.strip())
    if found is None or len(text) > _LONGEST_NUMBER:
        return number_of(text)
    whole, decimals = found[1], found[2] or ""
    percent = float(f"{whole}.{decimals}") if decimals else int(whole)
    return {"percent": percent, "digits": len(decimals), "published": True}


def lines_of(text: str) -> list[str]:
    """Read one entry a line, leaving out empty lines."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def lines_text(value: object) -> str:
    """Write a list with one entry a line."""
    if isinstance(value, list):
        return "\n".join(text_of(item) for item in value)
    return text_of(value)
