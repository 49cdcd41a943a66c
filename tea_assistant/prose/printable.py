"""Makes text harmless for a terminal: no control characters, nothing that turns the writing direction."""

import unicodedata

_REPLACED = "\N{REPLACEMENT CHARACTER}"
# They can show another text than the one that is stored; the last two are none that a file may hold.
_MISLEADING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


def printable(text: str, *, lines: bool = False) -> str:
    """Return text without control characters and bidirectional overrides; line breaks only if asked for."""
    return "".join(_shown(character, lines=lines) for character in text)


def _shown(character: str, *, lines: bool) -> str:
    if character == "\n":
        return "\n" if lines else " "
    if character == "\t":
        return "    " if lines else " "
    if character in _MISLEADING or unicodedata.category(character) in ("Cc", "Cs"):
        return _REPLACED
    return character
