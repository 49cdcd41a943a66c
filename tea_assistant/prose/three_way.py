"""Merges two rows that were made from one: what only one side changed is taken from that side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from tea_assistant.prose.alignment import equal_blocks

Item = TypeVar("Item")


class Region(Struct, Generic[Item], frozen=True):
    """A stretch of the three rows; `agreed` where all three have equal items there."""

    base: Sequence[Item]
    mine: Sequence[Item]
    theirs: Sequence[Item]
    agreed: bool


def regions(
    base: Sequence[Item], mine: Sequence[Item], theirs: Sequence[Item], key: Callable[[Item], str]
) -> Iterator[Region[Item]]:
    """Yield the stretches of three rows: those that all have, and what became of those between them."""
    names = [key(item) for item in base]
    ours = _places(names, [key(item) for item in mine])
    others = _places(names, [key(item) for item in theirs])
    at, left, right = 0, 0, 0
    for stop in (*(n for n in range(len(base)) if n in ours and n in others), len(base)):
        left_stop, right_stop = ours.get(stop, len(mine)), others.get(stop, len(theirs))
        if (at, left, right) != (stop, left_stop, right_stop):
            yield Region(base[at:stop], mine[left:left_stop], theirs[right:right_stop], agreed=False)
        if stop < len(base):
            yield Region(
                base[stop : stop + 1],
                mine[left_stop : left_stop + 1],
                theirs[right_stop : right_stop + 1],
                agreed=True,
            )
        at, left, right = stop + 1, left_stop + 1, right_stop + 1


def merged_lines(base: str, mine: str, theirs: str) -> str | None:
    """Merge two texts line by line; None where both changed the same lines."""
    lines: list[str] = []
    parts = [text.splitlines(keepends=True) for text in (base, mine, theirs)]
    for region in regions(parts[0], parts[1], parts[2], key=str):
        if region.theirs in (region.mine, region.base):
            lines += region.mine
        elif region.mine == region.base:
            lines += region.theirs
        else:
            return None
    return "".join(lines)


def _places(base: Sequence[str], other: Sequence[str]) -> Mapping[int, int]:
    blocks = equal_blocks(base, other) or ()
    return {b.left + step: b.right + step for b in blocks for step in range(b.size)}
