"""Sets two rows of words or sentences against each other, in bounded time."""

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

_MOST_PAIRS = 60_000
"""With more pairs of equal items nothing is set against each other: it would take too long."""
_MOST_ITEMS = 6_000


class Block(Struct, frozen=True):
    """As many equal items in both rows, and where they begin in each."""

    left: int
    right: int
    size: int


def equal_blocks(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Block] | None:
    """Return what two rows have in common, in their order; None where finding out would take too long."""
    start = _equal_ends(left, right)
    end = _equal_ends(left[start:][::-1], right[start:][::-1])
    middle, other = left[start : len(left) - end], right[start : len(right) - end]
    if not _affordable(middle, other):
        return None
    matcher = SequenceMatcher(None, middle, other, autojunk=False)
    found = [Block(a + start, b + start, size) for a, b, size in matcher.get_matching_blocks()]
    blocks = [Block(0, 0, start), *found, Block(len(left) - end, len(right) - end, end)]
    return [block for block in blocks if block.size]


def _equal_ends(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _affordable(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    if len(one) + len(other) > _MOST_ITEMS:
        return False
    counts = Counter(other)
    return sum(counts[item] for item in one) <= _MOST_PAIRS
