"""Finds a word however it is spelled: with umlauts or without, with a gender star, a hyphen, or none."""

import re
import unicodedata
from functools import lru_cache

_ALIKE = {
    "a": "[aäàáâ]\u0308?",
    "e": "[eéèêë]",
    "i": "[iíìîï]",
    "o": "[oöòóô]\u0308?",
    "u": "[uüùúû]\u0308?",
    "c": "[cç]",
    "ä": "(?:[äæ]|a\u0308|ae)",
    "ö": "(?:[öœ]|o\u0308|oe)",
    "ü": "(?:ü|u\u0308|ue)",
    "é": "[eé]",
    "ß": "(?:ß|ss)",
    '"': '["„“”«»]',
    "'": "['’‚‘]",
    "-": "[-–—]",
}
_PAIRS = {
    "ae": "(?:[äæ]|[aà]\u0308?e)",
    "oe": "(?:[öœ]|o\u0308?e)",
    "ue": "(?:ü|u\u0308?e)",
    "ss": "(?:ß|ss)",
}
_BETWEEN = "[*:_/\\\\\u00ad·-]{0,2}"
"""What may stand inside a word: a gender star, as Markdown writes it too, a hyphen, a soft one."""
_INSIDE = re.compile(r"(?<=\w)[*:_/\\\u00ad·-]{1,2}(?=\w)")


@lru_cache(maxsize=64)
def anyhow(word: str) -> re.Pattern[str]:
    """Return what finds a word in any text: „Vaeter“ finds Väter, „Mitarbeiterinnen“ Mitarbeiter*innen."""
    small = _INSIDE.sub("", unicodedata.normalize("NFC", word).lower())
    pieces: list[str] = []
    at = 0
    while at < len(small):
        pair = _PAIRS.get(small[at : at + 2])
        pieces.append(pair or _ALIKE.get(small[at]) or re.escape(small[at]))
        at += 2 if pair else 1
    # Numbers are taken as they are: 1204 is no 12-04.
    return re.compile(("" if small.isdecimal() else _BETWEEN).join(pieces), re.IGNORECASE)


@lru_cache(maxsize=64)
def in_a_row(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds words that follow one another, also over the end of a line."""
    return re.compile(r"\W{1,4}".join(anyhow(word).pattern for word in words), re.IGNORECASE)
