"""Compares two versions of a text, line by line and word by word."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from msgspec import Struct

from tea_assistant.prose.difference import word_differences

_CONTEXT = 2
"""Equal lines that are shown around a difference."""


class Piece(Struct, frozen=True):
    """A stretch of a line; `differs` where the other side says something else."""

    text: str
    differs: bool


Line = tuple[Piece, ...]


class Stretch(Struct, frozen=True):
    """Lines that stand beside each other: equal ones, or ones that differ."""

    mine: tuple[Line, ...]
    theirs: tuple[Line, ...]
    differs: bool
    left_out: int = 0
    """How many equal lines are not shown."""


def compare(mine: str, theirs: str) -> list[Stretch]:
    """Return the differences between two texts, each with a few equal lines around it."""
    left, right = mine.splitlines(), theirs.splitlines()
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    stretches: list[Stretch] = []
    for number, (tag, a, b, c, d) in enumerate(codes):
        if tag == "equal":
            stretches += _context(left[a:b], first=number == 0, last=number == len(codes) - 1)
        else:
            stretches.append(_difference(left[a:b], right[c:d]))
    return stretches


def _context(lines: Sequence[str], *, first: bool, last: bool) -> Iterator[Stretch]:
    head = [] if first else list(lines[:_CONTEXT])
    rest = lines[len(head) :]
    tail = [] if last else list(rest[-_CONTEXT:])
    left_out = len(rest) - len(tail)
    if head:
        yield _equal(head)
    if left_out:
        yield Stretch((), (), differs=False, left_out=left_out)
    if tail:
        yield _equal(tail)


def _equal(lines: Sequence[str]) -> Stretch:
    shown = tuple((Piece(line, differs=False),) for line in lines)
    return Stretch(shown, shown, differs=False)


def _difference(mine: Sequence[str], theirs: Sequence[str]) -> Stretch:
    left: list[Line] = []
    right: list[Line] = []
    for one, other in zip_longest(mine, theirs):
        ours, others = _words(one, other)
        if ours is not None:
            left.append(ours)
        if others is not None:
            right.append(others)
    return Stretch(tuple(left), tuple(right), differs=True)


def _words(one: str | None, other: str | None) -> tuple[Line | None, Line | None]:
    if one is None or other is None:
        whole = (Piece(one or other or "", differs=True),)
        return (None if one is None else whole), (None if other is None else whole)
    pieces = word_differences(one, other)
    ours = tuple(Piece(piece.text, piece.kind == "removed") for piece in pieces if piece.kind != "added")
    others = tuple(Piece(piece.text, piece.kind == "added") for piece in pieces if piece.kind != "removed")
    return ours, others
