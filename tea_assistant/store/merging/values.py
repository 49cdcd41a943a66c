"""Merges two versions of a plain value that were made from one: keys, entries of lists, texts."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from tea_assistant.model.source import Path
from tea_assistant.prose.merging import joined_texts, merge_texts
from tea_assistant.store.merging.pairs import exactly, named, paired
from tea_assistant.store.yaml.plan import REMOVE


class FieldConflict(Struct, frozen=True):
    """A value that both sides changed; REMOVE stands for a side that has none."""

    path: Path
    """Where the value stands in the merged text; empty where the whole file is meant."""
    base: Any
    """What both began with; REMOVE where there was none, or nobody knows."""
    mine: Any
    theirs: Any
    proposal: Any
    """What could stand there; the same as one side where the two cannot be joined."""


class _Unknown:
    """Nobody knows what both sides began with."""


UNKNOWN = _Unknown()


class ValueMerge:
    """Merges the values of one file, and collects what a person has to decide."""

    def __init__(self) -> None:
        self.conflicts: list[FieldConflict] = []

    def merged(self, path: Path, base: Any, mine: Any, theirs: Any) -> Any:
        """Return what both sides say; where they contradict each other, what is mine or what is left."""
        if _equal(mine, theirs) or _equal(base, theirs):
            return mine
        if _equal(base, mine):
            return theirs
        if isinstance(mine, dict) and isinstance(theirs, dict):
            return self._mappings(path, base, mine, theirs)
        if isinstance(mine, list) and isinstance(theirs, list):
            return self._lists(path, base, mine, theirs)
        if mine is REMOVE and base is UNKNOWN:
            return theirs
        if theirs is REMOVE and base is UNKNOWN:
            return mine
        if isinstance(mine, str) and isinstance(theirs, str):
            return self._texts(path, base, mine, theirs)
        return self._conflict(path, base, mine, theirs, theirs if mine is REMOVE else mine)

    def _conflict(self, path: Path, base: Any, mine: Any, theirs: Any, proposal: Any) -> Any:
        known = REMOVE if base is UNKNOWN else base
        self.conflicts.append(FieldConflict(path, known, mine, theirs, proposal))
        # What one side took away stays until that is decided: a place that is there can be removed.
        return theirs if mine is REMOVE else mine

    def _texts(self, path: Path, base: Any, mine: str, theirs: str) -> Any:
        if isinstance(base, str):
            found = merge_texts(base, mine, theirs)
            if found.clean:
                return found.text
            together = found.text
        else:
            together = joined_texts(mine, theirs)
        # Of two titles or years nobody wants both.
        is_prose = any("\n" in text or ". " in text for text in (mine, theirs))
        return self._conflict(path, base, mine, theirs, together if is_prose else mine)

    def _mappings(self, path: Path, base: Any, mine: dict[str, Any], theirs: dict[str, Any]) -> Any:
        origin: Mapping[str, Any] = base if isinstance(base, dict) else {}
        # Without a common origin, what only one side has may be new: it stays.
        nothing = UNKNOWN if base is UNKNOWN else REMOVE
        result: dict[str, Any] = {}
        for key in _in_order(list(mine), list(theirs)):
            value = self.merged(
                (*path, key), origin.get(key, nothing), mine.get(key, REMOVE), theirs.get(key, REMOVE)
            )
            if value is not REMOVE:
                result[key] = value
        return result

    def _lists(self, path: Path, base: Any, mine: list[Any], theirs: list[Any]) -> Any:
        if not isinstance(base, list):
            # Neither side can have taken an entry away as far as anybody knows.
            base = [entry for entry in mine if exactly(entry) in {exactly(other) for other in theirs}]
        rows = _rows(base, mine, theirs)
        result: list[Any] = []
        for origin, left, right in rows:
            value = self.merged((*path, len(result)), origin, left, right)
            if value is not REMOVE:
                result.append(value)
        return result


def _rows(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> list[tuple[Any, Any, Any]]:
    """Return each entry as it was at first, and as each side has it, in the order they are to have."""
    ours, others = paired(base, mine), paired(base, theirs)
    of_mine: dict[int, tuple[Any, Any, Any]] = {}
    of_theirs: dict[int, tuple[Any, Any, Any]] = {}
    for place, entry in enumerate(base):
        left, right = ours.get(place), others.get(place)
        row = (
            entry,
            REMOVE if left is None else mine[left],
            REMOVE if right is None else theirs[right],
        )
        if left is not None:
            of_mine[left] = row
        if right is not None:
            of_theirs[right] = row
    new = {place: entry for place, entry in enumerate(theirs) if place not in of_theirs}
    for place, entry in enumerate(mine):
        if place not in of_mine:
            twin = _twin(entry, new)
            row = (UNKNOWN if twin is not None else REMOVE, entry, REMOVE if twin is None else new.pop(twin))
            of_mine[place] = row
            if twin is not None:
                of_theirs[twin] = row
    for place, entry in new.items():
        of_theirs[place] = (REMOVE, REMOVE, entry)
    first = [of_mine[place] for place in sorted(of_mine)]
    second = [of_theirs[place] for place in sorted(of_theirs)]
    moved = list(ours.values()) != sorted(ours.values()) or list(others.values()) == sorted(others.values())
    leading, following = (first, second) if moved else (second, first)
    by_identity = {id(row): row for row in (*first, *second)}
    order = _in_order([id(row) for row in leading], [id(row) for row in following])
    return [by_identity[number] for number in order]


def _twin(entry: Any, new: Mapping[int, Any]) -> int | None:
    """Return where the other side added the same entry; the names tell where there are any."""
    for name_of in (exactly, named):
        name = name_of(entry)
        for place, other in new.items():
            if name and name_of(other) == name:
                return place
    return None


def _in_order(leading: Sequence[Any], following: Sequence[Any]) -> list[Any]:
    """Put what only the second row has behind what it stands behind there, and behind what is new."""
    known, shared = set(leading), set(following)
    behind: dict[Any, list[Any]] = {}
    before = None
    for item in following:
        if item in known:
            before = item
        else:
            behind.setdefault(before, []).append(item)
    result: list[Any] = []
    waiting = behind.get(None, [])
    for item in leading:
        if item in shared:
            result += waiting
            waiting = behind.get(item, [])
        result.append(item)
    return result + waiting


def _equal(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if one in (REMOVE, UNKNOWN) or other in (REMOVE, UNKNOWN):
        return False
    return exactly(one) == exactly(other)
