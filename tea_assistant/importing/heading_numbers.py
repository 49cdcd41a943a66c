"""The numbers that headings have: „6.4.2 Teilzeit“, „Teil C: Anhang“, „§ 13 Arbeitsmodelle“, „Anlage 3“."""

import re
from collections.abc import Sequence

from msgspec import Struct

from tea_assistant.patterns import regex

_NUMBER = regex(r"(?P<number>[1-9]\d?(?:\.(?:[1-9]\d?))*)\.?(?:\s+|(?<=\.))(?P<text>[^\W\d_].*)", re.DOTALL)
_WORDED = regex(
    r"(?P<number>(?P<word>Teil|Kapitel|Abschnitt|Artikel|Handlungsfeld|Aktionsfeld|Anlagen?|Anhang|Ziffer|§|Art\.)"
    r"\s*(?P<count>\d{1,3}[a-z]?(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5}))(?![\w*])\s*[:.–-]?\s*(?P<text>.*)",
    re.DOTALL,
)
_ROMAN = regex(r"(?P<number>[IVX]{1,5})\.\s+(?P<text>[^\W\d_].*)", re.DOTALL)
_FURTHEST = 2
"""So many numbers may be missing between a heading and the next: pictures and scans swallow some."""


class Numbered(Struct, frozen=True):
    """A text that begins as a heading with a number does."""

    number: str
    text: str
    word: str = ""
    """„Teil“, „Anlage“, „§“; empty where the number stands alone."""
    parts: tuple[int, ...] = ()
    """6.4.2 as numbers; empty where the number is worded or Roman."""


def numbered(text: str) -> Numbered | None:
    """Return the number of a heading and the text behind it; None where there is none."""
    if found := _NUMBER.fullmatch(text):
        number = found["number"]
        return Numbered(number, found["text"].strip(), parts=tuple(int(part) for part in number.split(".")))
    if found := _WORDED.fullmatch(text):
        number = " ".join(found["number"].split())
        if found["word"] == "§" and not number.startswith("§ "):
            number = f"§ {number[1:]}"
        return Numbered(number, found["text"].strip(), found["word"].removesuffix("n") or found["word"])
    if found := _ROMAN.fullmatch(text):
        return Numbered(found["number"], found["text"].strip(), "I")
    return None


def follows(before: Sequence[int], parts: Sequence[int]) -> bool:
    """Tell whether a number can be that of the next heading: a child, the next one, or an uncle's."""
    if not before:
        return parts[0] == 1 or len(parts) > 1
    for depth in range(len(before), -1, -1):
        if len(parts) != depth + 1 or tuple(parts[:depth]) != tuple(before[:depth]):
            continue
        last = before[depth] if depth < len(before) else 0
        return last < parts[depth] <= last + 1 + _FURTHEST
    return False
