"""Takes the text of a jury apart into sentences, each offered as praise, as an expectation, or as nothing."""

import re
from typing import Final

from msgspec import Struct

from tea_assistant.model.review import ExpectationKind
from tea_assistant.patterns import regex
from tea_assistant.prose.sentences import sentences

_ANNOUNCED: Final = regex(
    r"\b(?:geplant|in Planung|plant|angekündigt|beabsichtigt|soll(?:en)?)\b", re.IGNORECASE
)
_ASKED: Final = regex(
    r"\b(?:freu(?:en|t) (?:uns|sich)|wünsch\w*(?!.*\bErfolg\b)|erwart(?:en|et)\b|empfiehlt|empfehl\w*|"
    r"reg(?:en|t)\b|sollten?\b)",
    re.IGNORECASE,
)
_NOTICED: Final = regex(
    r"\b(?:auffällig|immer noch|noch nicht|bislang nicht|Manko|sinkt|gesunken|nur noch|lediglich)\b",
    re.IGNORECASE,
)
_PRAISE: Final = regex(
    r"\b(?:sehr gut|gut sichtbar|klar sichtbar|hervorragend\w*|beispielhaft\w*|vorbildlich\w*|begrüßt|lobt|"
    r"großartig\w*|beeindruck\w*|überzeug\w*|erheblich\w* Steigerung|ganzheitlich\w*|besonder\w*|"
    r"hervor(?:zuheben|gehoben)|herausragend\w*|würdigt|zeichnet sich|Vielzahl (?:an|von) Maßnahmen)\b",
    re.IGNORECASE,
)
_FORMULA: Final = regex(
    r"\bEinwohner|\b(?:wird|wurde) .*\b(?:ausgezeichnet|ausgewählt)\b|\bliegt im (?:Zentrum|Herzen)\b",
    re.IGNORECASE,
)
"""Where a city lies and that it gets the award: nothing that it did."""


class JurySentence(Struct, frozen=True):
    """A sentence of a jury with what it may be; a person decides."""

    text: str
    kind: ExpectationKind | None = None
    """Set where it may be an expectation."""
    praise: bool = False


def jury_sentences(text: str) -> tuple[JurySentence, ...]:
    """Split a jury's text into sentences and offer what each may be; headings and signatures are left out."""
    # What has no full stop is a heading or a name.
    ends = (".", "!", "?")
    return tuple(_offered(s) for s in sentences(text) if s.rstrip('“"’)').endswith(ends))


def _offered(sentence: str) -> JurySentence:
    # A wish is often worded as joy: it weighs more than the praise in it.
    for pattern, kind in (
        (_ASKED, ExpectationKind.ASKED),
        (_ANNOUNCED, ExpectationKind.ANNOUNCED),
        (_NOTICED, ExpectationKind.NOTICED),
    ):
        if pattern.search(sentence):
            return JurySentence(sentence, kind=kind)
    return JurySentence(sentence, praise=bool(_PRAISE.search(sentence)) and not _FORMULA.search(sentence))
