"""Makes text harmless for a terminal: no control characters, nothing that turns the writing direction."""

from typing import Final

from tea_assistant.patterns import regex

_REPLACED = "\N{REPLACEMENT CHARACTER}"
# Control characters, halves of pairs, and what can show another text than the one that is stored; the last
# two are none that a file may hold.
_HARMFUL = regex("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
_IN_LINES: Final = {"\n": "\n", "\t": "    ", "\u2028": "\n", "\u2029": "\n"}
_IN_ONE_LINE: Final = {"\n": " ", "\t": " ", "\u2028": " ", "\u2029": " "}


def printable(text: str, *, lines: bool = False) -> str:
    """Return text without control characters and bidirectional overrides; line breaks only if asked for."""
    space = _IN_LINES if lines else _IN_ONE_LINE
    return _HARMFUL.sub(lambda found: space.get(found[0], _REPLACED), text)
