"""What the label of a column or a row says: whose number it is, and whether it is a count or a share."""

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from tea_assistant.patterns import regex


class Sex(StrEnum):
    """Whom a number counts."""

    TOTAL = "total"
    WOMEN = "women"
    MEN = "men"
    DIVERSE = "diverse"


FULL, PART, BELOW_HALF, ABOVE_HALF = "Vollzeit", "Teilzeit", "unterhälftig", "überhälftig"
"""The words for employment that stand in `Role.limits`."""


class Role(Struct, frozen=True):
    """What a label says about its numbers."""

    sex: Sex = Sex.TOTAL
    limits: frozenset[str] = frozenset()
    """What narrows the group down: kinds of employment, and all words that are not understood as one more."""
    is_share: bool = False
    is_other: bool = False
    """Neither a count of people nor a share of them: an average, a difference, an amount of money."""
    is_part: bool = False
    """Said to be a part of what stands before: „davon“."""
    is_total: bool = False
    """Said to be the whole: „gesamt“."""
    names_sex: bool = False


_BROKEN_WORD = regex(r"(\w)- (?!und\b|oder\b|bzw\b)(?=[a-zäöüß])")
_DATE = regex(
    r"\(?\b(?:stand|stichtag|zum|am|per)?:?\s*\d{1,2}\.\s?(?:\d{1,2}\.|[a-zäöü]+)\s?\d{2,4}\)?", re.IGNORECASE
)
_RANGE = regex(r"\([^)]*\d[^)]*\)|[<>≤≥]=?\s*\d+\s*%?|\b\d+\s*[-–]\s*\d+\s*%")
_SHARE = regex(r"%|anteil|quote|prozent|\bv\.\s?h\.")
_OTHER = regex(
    r"durchschnitt|mittelwert|median|veränderung|differenz|entwicklung|saldo|zuwachs|abweichung|ziel"
    r"|\balter\b|euro|€|budget|kosten|index|faktor|\brang\b|\bnr\b|\bnummer|stunden|\+/[-–−]"
)
_PART_OF = regex(r"\b(?:davon|darunter|hiervon|dav\.)")
_SEXES = (
    (Sex.WOMEN, regex(r"frauen|\bfrau\b|weiblich|\bweibl\b|\bw\b|♀")),
    (Sex.MEN, regex(r"männer|\bmann\b|männlich|\bmännl\b|\bm\b|♂")),
    (Sex.DIVERSE, regex(r"\bdivers(?:e|en|er|es)?\b|\bd\b")),
)
_BELOW = regex(r"unter-?h[äa]e?\w*ig\w*|unter-?h[äa]lb\w*")
_ABOVE = regex(r"über-?h[äa]e?\w*ig\w*|über-?h[äa]lb\w*")
_EMPLOYMENT = ((FULL, regex(r"vollzeit|\bvz\b")), (PART, regex(r"teilzeit|\btz\b")))
_TOTAL = regex(
    r"\b(?:ins)?gesamt(?:zahl|summe|ergebnis|e|er|en)?\b|\bsumme\b|\bzusammen\b|\btotal\b|\balle\b|∑|Σ"
)
_NEUTRAL = regex(
    r"\b(?:beschäftig\w*|bedienstet\w*|personen|personal|köpfe|anzahl|zahl|absolut|abs|mitarbeiter\S*|mitarbeitende\w*"
    r"|kräfte?|vereinbarungen|in|der|die|das|den|des|und|an|von|bei|im|zu[rm]?|mit|am|stand|männer|frauen|je)\b"
)
_WORD = regex(r"[a-zäöüß0-9*]+")


def cleaned(label: str) -> str:
    """Return a label with words put together that a line end had broken: „Teilzeit- quote“."""
    return _BROKEN_WORD.sub(r"\1", label)


@lru_cache(maxsize=4096)
def role_of(*path: str) -> Role:
    """Return what a label says, from its outermost part to its innermost."""
    text = _RANGE.sub(" ", _DATE.sub(" ", cleaned(" / ".join(path)))).lower()
    sexes = [sex for sex, pattern in _SEXES if pattern.search(text)]
    limits = {name for name, pattern in _EMPLOYMENT if pattern.search(text)}
    for name, pattern in ((BELOW_HALF, _BELOW), (ABOVE_HALF, _ABOVE)):
        if pattern.search(text):
            limits |= {PART, name}
    if rest := _rest(text):
        limits.add(rest)
    return Role(
        sex=sexes[0] if len(sexes) == 1 else Sex.TOTAL,
        limits=frozenset(limits),
        is_share=bool(_SHARE.search(text)),
        is_other=bool(_OTHER.search(text)),
        is_part=bool(_PART_OF.search(text)),
        is_total=bool(_TOTAL.search(text)),
        names_sex=len(sexes) == 1,
    )


def _rest(text: str) -> str:
    """Return the words that nothing here understands, as one narrowing."""
    patterns = [pattern for _, pattern in (*_SEXES, *_EMPLOYMENT)]
    for pattern in (*patterns, _BELOW, _ABOVE, _SHARE, _PART_OF, _TOTAL, _NEUTRAL):
        text = pattern.sub(" ", text)
    return " ".join(sorted({stem(word) for word in _WORD.findall(text)} - {""}))


def is_total_label(label: str) -> bool:
    """Tell whether a row says that it sums up others."""
    return bool(_TOTAL.search(label.lower())) or "zwischensumme" in label.lower()


def stem(word: str) -> str:
    """Return a word without the ending that only tells its case: technischen, Technische."""
    for ending in ("en", "er", "es", "em", "e", "n", "s"):
        if len(word) - len(ending) >= 4 and word.endswith(ending):
            return word[: -len(ending)]
    return word


def words_of(text: str) -> frozenset[str]:
    """Return the telling words of a title, without their endings."""
    plain = _NEUTRAL.sub(" ", cleaned(text).lower())
    return frozenset(stem(word) for word in _WORD.findall(plain)) - {"bereich", "stadt", "amt"}
