"""Labels such as „Ziele:“ and „Maßnahmen:“, which say what the items below them are."""

import re

from msgspec import Struct

from tea_assistant.model.source_document import Purpose
from tea_assistant.patterns import regex

_BEFORE = r"(?:(?:unsere|strategische|konkrete|geplante|langfristige|weitere|operative|qualitative)\s+)?"
_GOALS = r"(?:Ziele?|Zielsetzung(?:en)?|Zielvorgaben?|Teilziele?|Leitziele?)"
_MEASURES = (
    r"(?:Maßnahmen?|Massnahmen?|Umsetzung(?:sschritte)?|Aktivitäten|Umsetzungsmaßnahmen|Einzelmaßnahmen)"
)
_COUNT = r"(?:\s+\d{1,2}(?:\.\d{1,2})*)?"
_REST = r"(?:\s+(?:zur|zum|im|in|für|der|des|bis|aus)\s[^:.]{1,50})?"
_WHOLE = regex(
    rf"{_BEFORE}(?:(?P<goal>{_GOALS})|(?P<measure>{_MEASURES})){_COUNT}(?:\s*:|(?P<rest>{_REST}):|)",
    re.IGNORECASE,
)
_BOTH = regex(rf"{_GOALS}\s*(?:und|/|&)\s*{_MEASURES}\s*:?", re.IGNORECASE)
_INLINE = regex(
    rf"(?P<label>(?:(?P<goal>{_GOALS})|(?P<measure>{_MEASURES})){_COUNT})\s*:\s+(?P<text>\S.*)", re.DOTALL
)
_OTHER = regex(r"[A-ZÄÖÜ][^.:;!?\n]{1,58}:")
_MOST_WORDS = 6
_ENDS = regex(
    r"(?:Hinweis|Anmerkung|Quelle|Stand|Erläuterung|Begründung|Bericht|Rückblick|Ausgangslage)\w*",
    re.IGNORECASE,
)


class Label(Struct, frozen=True):
    """A label with what it says, and the text behind it where both stand in one line."""

    name: str
    purpose: Purpose | None = None
    text: str = ""
    ends: bool = False
    """Whether what comes below it is neither goal nor measure any more."""


def is_label(text: str) -> bool:
    """Tell whether a line is nothing but a label of goals or measures."""
    return text.endswith(":") and (_WHOLE.fullmatch(text) is not None or _BOTH.fullmatch(text) is not None)


def label_of(text: str) -> Label | None:
    """Return the label that a paragraph is or begins with; None where it has none."""
    text = text.strip()
    if found := _WHOLE.fullmatch(text):
        return Label(text.rstrip(": "), _purpose(found))
    if _BOTH.fullmatch(text):
        return Label(text.rstrip(": "), ends=True)
    if found := _INLINE.fullmatch(text):
        return Label(found["label"], _purpose(found), found["text"])
    if _OTHER.fullmatch(text) and len(text.split()) <= _MOST_WORDS:
        return Label(text.rstrip(": "), ends=_ENDS.match(text) is not None)
    return None


def _purpose(found: re.Match[str]) -> Purpose:
    return Purpose.GOAL if found["goal"] else Purpose.MEASURE
