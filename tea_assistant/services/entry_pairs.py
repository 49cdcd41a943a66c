"""Finds out which entry of a list became which, when people have moved, renamed and changed them."""

import json
from collections.abc import Callable, Sequence
from typing import Any

_LEAST_ALIKE = 0.5
"""Entries that share less than that of their values are not one and the same."""
_MOST_PAIRS = 10_000
"""With more of them, entries that differ are not compared one by one."""


def pairs(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Return the index in `old` for each index in `new` whose entry was there before, changed or not."""
    found: dict[int, int] = {}
    for key in (_whole, _id, _title):
        _match(old, new, key, found)
    _match_alike(old, new, found)
    return found


def _match(
    old: Sequence[Any], new: Sequence[Any], key: Callable[[Any], str | None], found: dict[int, int]
) -> None:
    """Pair entries of one key in their order, so that two of the same title keep their places."""
    waiting: dict[str, list[int]] = {}
    taken = set(found.values())
    for index, entry in enumerate(old):
        if index not in taken and (name := key(entry)) is not None:
            waiting.setdefault(name, []).append(index)
    for index, entry in enumerate(new):
        if index not in found and (indexes := waiting.get(key(entry) or "")):
            found[index] = indexes.pop(0)


def _match_alike(old: Sequence[Any], new: Sequence[Any], found: dict[int, int]) -> None:
    gone = sorted(set(range(len(old))) - set(found.values()))
    come = [index for index in range(len(new)) if index not in found]
    if len(gone) * len(come) > _MOST_PAIRS:
        return
    alike = sorted(
        (-share, b, a) for b in come for a in gone if (share := _alike(old[a], new[b])) >= _LEAST_ALIKE
    )
    left = set(gone)
    for _, b, a in alike:
        if a in left and b not in found:
            found[b] = a
            left.discard(a)


def _alike(one: Any, other: Any) -> float:
    """Return the share of keys that have the same value in both entries."""
    if not (isinstance(one, dict) and isinstance(other, dict)) or _id(one) != _id(other):
        return 0.0
    keys = {*one, *other}
    return sum(_whole(one.get(key)) == _whole(other.get(key)) for key in keys) / max(len(keys), 1)


def order_changed(found: dict[int, int]) -> bool:
    """Tell whether entries that are still there stand in another order."""
    before = [found[index] for index in sorted(found)]
    return before != sorted(before)


def _whole(entry: Any) -> str:
    return json.dumps(entry, sort_keys=True)


def _id(entry: Any) -> str | None:
    return _text(entry, "id")


def _title(entry: Any) -> str | None:
    # What has an id is known by it, whatever its title.
    return None if _id(entry) else _text(entry, "title")


def _text(entry: Any, key: str) -> str | None:
    found = entry.get(key) if isinstance(entry, dict) else None
    return found if isinstance(found, str) and found else None
