"""Decides where emphasis can be written so that every reader takes its marks as marks."""

import unicodedata

from msgspec import Struct


class Piece(Struct, frozen=True):
    """A rendered piece of a line."""

    text: str
    mark: str = ""
    """Of emphasis; kept apart, as the neighbours decide whether it can stand."""
    bare: str = ""
    """The text without any emphasis, for where it can't."""
    is_link: bool = False


def apart(pieces: list[Piece]) -> list[Piece]:
    """Take the marks off emphasis right behind emphasis, as both would be read as one longer mark."""
    kept: list[Piece] = []
    for piece in pieces:
        before = kept[-1].mark if kept else ""
        kept.append(Piece(piece.bare) if piece.mark and piece.mark[0] == before[:1] else piece)
    return kept


def marked(piece: Piece, before: str, after: str) -> str:
    """Set the marks of emphasis around its words, unless a neighbour would make them text."""
    if not piece.mark:
        return piece.text
    core = piece.text.strip()
    if not core:
        return piece.text
    lead, _, trail = piece.text.partition(core)
    outside = (lead or before)[-1:], (trail or after)[:1]
    words = core.strip("*_") or core
    if any(_hides(piece.mark, out, word) for out, word in zip(outside, (words[0], words[-1]), strict=True)):
        return piece.bare
    return f"{lead}{piece.mark}{core}{piece.mark}{trail}"


def _hides(mark: str, outside: str, inside: str) -> bool:
    """Tell whether a mark between these two characters is read as text."""
    if mark == "*" and outside.isalpha() and inside.isalpha():
        return True
    if mark[0] == "_" and outside.isalnum():
        return True
    return _is_punctuation(inside) and outside != "" and not (outside.isspace() or _is_punctuation(outside))


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
