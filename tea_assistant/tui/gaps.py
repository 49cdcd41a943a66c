"""Finds the next thing to do from where one is."""

from tea_assistant.checks.completeness import Completeness
from tea_assistant.checks.items import Item
from tea_assistant.model.source import Path


def next_gap(completeness: Completeness, file: str, path: Path) -> Item | None:
    """Return the gap that follows a place in the order of the application, round again at its end.

    The place itself comes last; None where nothing is open.
    """
    items = [item for part in completeness.parts for item in part.items]
    at = _position(items, file, path)
    order = [*items[at + 1 :], *items[: at + 1]]
    return next((item for item in order if item.is_gap), None)


def _position(items: list[Item], file: str, path: Path) -> int:
    """Return the index of the item nearest to a place; -1 where its file is asked nothing."""
    best, most = -1, -1
    for index, item in enumerate(items):
        if item.file != file:
            continue
        shared = _shared(item.path, path)
        if shared > most:
            best, most = index, shared
    # From the beginning of a file the first of its gaps is next, not the second.
    return best if most > 0 or best < 0 else best - 1


def _shared(one: Path, other: Path) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    # The same value beats a value inside it.
    return 2 * count + (one == other)
