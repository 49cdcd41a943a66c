"""Compares two versions of a text word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from tea_assistant.patterns import regex
from tea_assistant.prose.alignment import Block, equal_blocks

Kind = Literal["same", "removed", "added"]
"""What became of a stretch of text from the old version to the new one."""

_WORD = regex(r"\s+|\S+\s*")
_SENTENCE = regex(r"\S.*?(?:[.!?:;][\"“)]*\s+|\n\s*|$)|\s+", re.DOTALL)


class Piece(Struct, frozen=True):
    """A stretch of text that both versions have, or one of them alone."""

    text: str
    kind: Kind


def word_differences(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces that give `old` without the added and `new` without the removed ones."""
    pieces = _compared(_WORD.findall(old), _WORD.findall(new))
    return tuple(_joined(_by_sentences(old, new) if pieces is None else pieces))


def _by_sentences(old: str, new: str) -> Iterator[Piece]:
    """Set whole sentences against each other first, and then the words of those that differ."""
    coarse = _compared(_SENTENCE.findall(old), _SENTENCE.findall(new))
    if coarse is None:
        coarse = [Piece(old, "removed"), Piece(new, "added")]
    for same, stretch in groupby(coarse, key=lambda piece: piece.kind == "same"):
        pieces = list(stretch)
        if same:
            yield from pieces
            continue
        removed = "".join(piece.text for piece in pieces if piece.kind == "removed")
        added = "".join(piece.text for piece in pieces if piece.kind == "added")
        words = _compared(_WORD.findall(removed), _WORD.findall(added))
        yield from words if words is not None else (Piece(removed, "removed"), Piece(added, "added"))


def _compared(left: Sequence[str], right: Sequence[str]) -> list[Piece] | None:
    """Set two rows of words against each other, nothing where that would take too long."""
    # The white space behind a word does not make it another word.
    blocks = equal_blocks([word.rstrip() for word in left], [word.rstrip() for word in right])
    if blocks is None:
        return None
    pieces: list[Piece] = []
    ours = others = 0
    for block in (*blocks, Block(len(left), len(right), 0)):
        pieces += _changed("".join(left[ours : block.left]), "".join(right[others : block.right]))
        ours, others = block.left + block.size, block.right + block.size
        pieces += _same(left[block.left : ours], right[block.right : others])
    return pieces


def _same(left: Sequence[str], right: Sequence[str]) -> Iterator[Piece]:
    for one, other in zip(left, right, strict=True):
        if one == other:
            yield Piece(one, "same")
            continue
        word = one.rstrip()
        yield Piece(word, "same")
        yield Piece(one[len(word) :], "removed")
        yield Piece(other[len(word) :], "added")


def _changed(one: str, other: str) -> Iterator[Piece]:
    """Leave the white space out of the change where it is the same behind both."""
    behind = one[len(one.rstrip()) :]
    if not (one.strip() and other.strip()) or other[len(other.rstrip()) :] != behind:
        behind = ""
    yield Piece(one.removesuffix(behind), "removed")
    yield Piece(other.removesuffix(behind), "added")
    yield Piece(behind, "same")


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind; between two equal stretches what is gone stands before what came."""
    filled = (piece for piece in pieces if piece.text)
    for same, stretch in groupby(filled, key=lambda piece: piece.kind == "same"):
        texts: dict[Kind, list[str]] = {}
        for piece in stretch:
            texts.setdefault(piece.kind, []).append(piece.text)
        kinds: tuple[Kind, ...] = ("same",) if same else ("removed", "added")
        yield from (Piece("".join(texts[kind]), kind) for kind in kinds if kind in texts)
