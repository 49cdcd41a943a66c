"""Tells quickly that a text has none of some words, so that no costly pattern need look for them."""

from collections.abc import Iterable

_OTHER_CASE = ("ı", "ſ", "İ")
"""What patterns take for an i or an s in the other case, and lower case letters do not show."""


def may_hold(text: str, pieces: Iterable[str]) -> bool:
    """Tell whether any of some pieces of words, given in lower case, may stand in a text in any case."""
    lower = text.lower()
    return any(piece in lower for piece in pieces) or any(letter in text for letter in _OTHER_CASE)
