"""Compares two versions of a text word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

Kind = Literal["same", "removed", "added"]
"""What became of a stretch of text from the old version to the new one."""

_WORD = re.compile(r"\s+|\S+\s*")
_SENTENCE = re.compile(r"\S.*?(?:[.!?:;][\"“)]*\s+|\n\s*|$)|\s+", re.DOTALL)
_MOST_PAIRS = 60_000
"""With more pairs of equal words the words are not set against each other: it would take too long."""
_MOST_WORDS = 6_000


@dataclass(frozen=True, slots=True)
class Piece:
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
    ours, others = [word.rstrip() for word in left], [word.rstrip() for word in right]
    start = _equal_ends(ours, others)
    end = _equal_ends(ours[start:][::-1], others[start:][::-1])
    ours_stop, others_stop = len(ours) - end, len(others) - end
    middle, other_middle = ours[start:ours_stop], others[start:others_stop]
    if not _affordable(middle, other_middle):
        return None
    pieces = list(_same(left[:start], right[:start]))
    for tag, a, b, c, d in SequenceMatcher(None, middle, other_middle, autojunk=False).get_opcodes():
        one, other = left[start + a : start + b], right[start + c : start + d]
        pieces += _same(one, other) if tag == "equal" else _changed("".join(one), "".join(other))
    return [*pieces, *_same(left[ours_stop:], right[others_stop:])]


def _equal_ends(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _affordable(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) + len(other) > _MOST_WORDS:
        return False
    counts = Counter(other)
    return sum(counts[word] for word in one) <= _MOST_PAIRS


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
