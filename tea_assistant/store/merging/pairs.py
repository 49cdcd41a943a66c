"""Finds out which entries of two lists are the same entry, although something in them was changed."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tea_assistant.prose.alignment import equal_blocks

_NAMES = ("id", "title", "name")
"""The first of these keys that an entry has tells which entry it is."""
_SAID = frozenset(("text", "note", "source", "statement", "because", "as_of", "value"))
"""What an entry says, not which one it is."""


def exactly(value: Any) -> str:
    """Write a plain value so that equal ones, and no others, give the same text."""
    return json.dumps(value, sort_keys=True)


def named(entry: Any) -> str:
    """Return what tells which entry of a list this is; empty where nothing does."""
    if not isinstance(entry, dict):
        return ""
    for name in _NAMES:
        if entry.get(name):
            return exactly([name, entry[name]])
    words = {key: value for key, value in entry.items() if isinstance(value, str) and key not in _SAID}
    return exactly(words) if words else ""


def paired(base: Sequence[Any], other: Sequence[Any]) -> Mapping[int, int]:
    """Return for entries of one list where they stand in another: equal, of one name, or at one place."""
    pairs = {
        block.left + step: block.right + step
        for block in equal_blocks([exactly(e) for e in base], [exactly(e) for e in other]) or ()
        for step in range(block.size)
    }
    # What was only moved comes before what was changed.
    _pair_equals(base, other, pairs, exactly)
    _pair_equals(base, other, pairs, named)
    _pair_by_place(base, other, pairs)
    return pairs


def _pair_equals(
    base: Sequence[Any], other: Sequence[Any], pairs: dict[int, int], name_of: Callable[[Any], str]
) -> None:
    taken = set(pairs.values())
    places: dict[str, list[int]] = {}
    for place, entry in enumerate(other):
        if place not in taken:
            places.setdefault(name_of(entry), []).append(place)
    for place, entry in enumerate(base):
        name = name_of(entry)
        if place not in pairs and name and places.get(name):
            pairs[place] = places[name].pop(0)


def _pair_by_place(base: Sequence[Any], other: Sequence[Any], pairs: dict[int, int]) -> None:
    """Pair mappings that are left between the same neighbours: one was made from the other."""
    taken = set(pairs.values())
    for place, entry in enumerate(base):
        if place in pairs or not isinstance(entry, dict):
            continue
        here = pairs[place - 1] + 1 if place - 1 in pairs else 0 if place == 0 else None
        if here is None or here >= len(other) or here in taken or not _alike(entry, other[here]):
            continue
        pairs[place] = here
        taken.add(here)


def _alike(one: Mapping[str, Any], other: Any) -> bool:
    if not isinstance(other, dict):
        return False
    shared = sum(1 for key in one if key in other and exactly(one[key]) == exactly(other[key]))
    return shared * 2 >= min(len(one), len(other))
