"""Changes of values, taken apart into the smallest steps, so that few places of a text are touched."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, Final

from msgspec import Struct

from tea_assistant.errors import EditError
from tea_assistant.model.source import Path, dotted


class _Mark(Enum):
    REMOVE = "REMOVE"


REMOVE: Final = _Mark.REMOVE
"""As the value of a change: takes the key or the item away."""


class Change(Struct, frozen=True):
    """The value that a path is to have; missing parents are created, an index one too high appends."""

    path: Path
    value: Any


class Step(Struct, frozen=True):
    """One thing to do to a value: replace what is at `path`, take it away, or insert a new entry."""

    path: Path
    value: Any
    index: int | None = None
    """Where among its siblings a new entry goes; None for what is there already."""

    @property
    def key(self) -> str | None:
        """The key that the path ends with; None where it ends with an item of a list."""
        last = self.path[-1]
        return last if isinstance(last, str) else None


def plain(value: Any) -> Any:
    """Copy a value made of dicts, lists and scalars; anything else is refused."""
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("YAML keys are text here")
        return {str.__str__(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, str):
        return str.__str__(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    raise TypeError(f"no plain value: {type(value).__name__}")


def same(one: Any, other: Any) -> bool:
    """Tell whether two plain values are equal, types included: 1 is neither "1" nor True."""
    return _canonical(one) == _canonical(other)


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def steps(whole: Any, changes: Sequence[Change]) -> tuple[list[Step], Any]:
    """Return the steps that make `changes`, one after the other, and the value that results."""
    whole = plain(whole)
    found: list[Step] = []
    for change in changes:
        for step in _steps(whole, change):
            found.append(step)
            whole = _applied(whole, step)
    return found, whole


def _steps(whole: Any, change: Change) -> Iterator[Step]:
    """Yield the steps of one change; each counts on the ones before it being done."""
    value = change.value if change.value is REMOVE else plain(change.value)
    here = whole
    for depth, part in enumerate(change.path):
        path = change.path[: depth + 1]
        if here is None:
            # An empty place takes whatever its path asks for.
            if value is not REMOVE:
                yield Step(path[:-1], _nested(change.path[depth:], value))
            return
        index = _index(here, part, path)
        if index is None:
            if value is not REMOVE:
                yield Step(path, _nested(change.path[depth + 1 :], value), len(here))
            return
        here = here[part]
    if value is not REMOVE:
        yield from _difference(change.path, here, value)
    elif change.path:
        yield Step(change.path, REMOVE)
    else:
        raise ValueError("the whole document cannot be removed")


def _index(container: Any, part: str | int, path: Path) -> int | None:
    """Return where an entry stands in its container, None where it could be added."""
    if isinstance(container, dict) and isinstance(part, str):
        return list(container).index(part) if part in container else None
    if isinstance(container, list) and isinstance(part, int) and 0 <= part <= len(container):
        return part if part < len(container) else None
    raise EditError(
        f"„{dotted(path)}“ kann nicht geändert werden: In der Datei steht darüber etwas anderes.",
        hint="Bitte die Datei neu laden und die Änderung wiederholen.",
    )


def _nested(path: Path, value: Any) -> Any:
    for part in reversed(path):
        if isinstance(part, int) and part:
            raise EditError(f"„{dotted(path)}“ kann nicht angelegt werden: Die Liste ist noch leer.")
        value = {part: value} if isinstance(part, str) else [value]
    return value


def _difference(path: Path, old: Any, new: Any) -> Iterator[Step]:
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        yield from _key_steps(path, old, new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _item_steps(path, old, new)
    else:
        yield Step(path, new)


def _key_steps(path: Path, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Step]:
    yield from (Step((*path, key), REMOVE) for key in old if key not in new)
    order = [key for key in old if key in new]
    index = len(order) if next(iter(new)) not in old else 0
    for key, value in new.items():
        if key in old:
            yield from _difference((*path, key), old[key], value)
            index = order.index(key) + 1
        else:
            # A new key follows the one that it follows in the new value.
            yield Step((*path, key), value, index)
            order.insert(index, key)
            index += 1


def _item_steps(path: Path, old: list[Any], new: list[Any]) -> Iterator[Step]:
    matcher = SequenceMatcher(
        None, [_canonical(x) for x in old], [_canonical(x) for x in new], autojunk=False
    )
    # From the back, so that the indices in front stay true.
    for _, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
        shared = min(end - start, new_end - new_start)
        for extra in range(end - 1, start + shared - 1, -1):
            yield Step((*path, extra), REMOVE)
        for extra in range(new_end - 1, new_start + shared - 1, -1):
            yield Step((*path, start + shared), new[extra], start + shared)
        for paired in range(shared):
            yield from _difference((*path, start + paired), old[start + paired], new[new_start + paired])


def _applied(whole: Any, step: Step) -> Any:
    """Return the value after a step; what stands off its path is shared with the value before."""
    if not step.path:
        return step.value
    part = step.path[0]
    entries: list[tuple[str | int, Any]]
    entries = list(whole.items()) if isinstance(whole, dict) else list(enumerate(whole))
    at = next((index for index, entry in enumerate(entries) if entry[0] == part), len(entries))
    if len(step.path) > 1:
        inner = _applied(entries[at][1], Step(step.path[1:], step.value, step.index))
        entries[at] = (part, inner)
    elif step.value is REMOVE:
        del entries[at]
    elif step.index is not None:
        entries.insert(step.index, (part, step.value))
    else:
        entries[at] = (part, step.value)
    return dict(entries) if isinstance(whole, dict) else [value for _, value in entries]
