"""Makes text harmless for a terminal: no control characters, nothing that turns the writing direction."""

import unicodedata

_REPLACED = "\N{REPLACEMENT CHARACTER}"
# They can show another text than the one that is stored.
_BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str, *, lines: bool = False) -> str:
    """Return text without control characters and bidirectional overrides; line breaks only if asked for."""
    return "".join(_shown(character, lines=lines) for character in text)


def _shown(character: str, *, lines: bool) -> str:
    if character == "\n":
        return "\n" if lines else " "
    if character == "\t":
        return "    " if lines else " "
    if character in _BIDIRECTIONAL or unicodedata.category(character) in ("Cc", "Cs"):
        return _REPLACED
    return character
