"""Leaves out what somebody is quoted with; names in quotation marks stay."""

import re

from tea_assistant.importing.person_words import SAYING
from tea_assistant.patterns import regex
from tea_assistant.prose.sentences import sentences

_QUOTE = regex(r"„[^„“”]*(?:[“”]|\Z)|“[^„“”]*(?:[“”]|\Z)|»[^«»]*(?:«|\Z)|«[^«»]*(?:»|\Z)|\"[^\"]*(?:\"|\Z)")
_WORDS = 6
"""A quotation of fewer words without a full stop is the name of something: „Frauen in Führung“."""
_FIRST_PERSON = regex(r"\b(?:ich|mich|mir|wir|uns|unser\w*|mein\w*)\b", re.IGNORECASE)
_SAYS = regex(rf"\s*,?\s*{SAYING}\b")
_SAID = regex(rf"\b{SAYING}\b[^.!?]*:\s*$")
_REACH = 80
_MARK = "\x1a"


def without_speech(text: str) -> tuple[str, ...]:
    """Return the sentences of a text that quote nobody; those that only say who spoke go as well."""
    marked = _QUOTE.sub(_marked, text)
    return tuple(sentence for sentence in sentences(marked) if _MARK not in sentence)


def _marked(quote: re.Match[str]) -> str:
    inside = quote[0].strip('„“”»«"').strip()
    around = (
        quote.string[max(quote.start() - _REACH, 0) : quote.start()],
        quote.string[quote.end() :][:_REACH],
    )
    is_speech = (
        len(inside.split()) > _WORDS
        or inside.endswith((".", "!", "?", ",", "…"))
        or _FIRST_PERSON.search(inside) is not None
        or _SAYS.match(around[1]) is not None
        or _SAID.search(around[0]) is not None
    )
    # A mark that ends a sentence stays: what follows is somebody else's.
    end = "." if inside.endswith((".", "!", "?", "…")) else ""
    return f"{_MARK}{end}" if is_speech else quote[0]
