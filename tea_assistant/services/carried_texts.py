"""The mark of texts that were taken over from an earlier round: whoever changes one takes it off."""

from collections.abc import Iterator, Mapping, Sequence

from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.source import Path, dotted
from tea_assistant.store.yaml.writer import REMOVE, Change


def marked(value: object) -> tuple[str, ...]:
    """Return the dotted paths of the texts of a file that nobody has confirmed yet."""
    carried = value.get("carried") if isinstance(value, Mapping) else None
    texts = carried.get("texts") if isinstance(carried, Mapping) else None
    return tuple(text for text in texts if isinstance(text, str)) if isinstance(texts, list) else ()


def confirmation(file: str, value: object, text: str) -> list[Change]:
    """Return what takes the mark off a text, given by its dotted path; nothing where it has none."""
    before = marked(value)
    return _becoming(file, before, [other for other in before if other != text])


def released(file: str, value: object, changes: Sequence[Change]) -> list[Change]:
    """Return what has to change in the marks of a file because its texts change."""
    before = marked(value)
    if not before or any(change.path[:1] == ("carried",) for change in changes):
        return []
    left = list(before)
    for change in changes:
        if _at(value, change.path) != (None if change.value is REMOVE else change.value):
            left = list(_after(left, change, value))
    return _becoming(file, before, left)


def _becoming(file: str, before: Sequence[str], left: list[str]) -> list[Change]:
    if list(before) == left:
        return []
    role = role_of(file)
    if left or (role and role.kind is Kind.CYCLE):
        # The settings keep the mark without texts: it tells that a renewal has begun the round.
        return [Change(("carried", "texts"), left)]
    return [Change(("carried",), REMOVE)]


def _after(marks: list[str], change: Change, value: object) -> Iterator[str]:
    """Yield the marks that are left after a change; items of a list move up where one before them goes."""
    place = dotted(change.path)
    *parent, last = change.path or ("",)
    moves = change.value is REMOVE and isinstance(last, int) and isinstance(_at(value, tuple(parent)), list)
    for mark in marks:
        if mark == place or mark.startswith(f"{place}.") or place.startswith(f"{mark}."):
            continue
        yield _moved_up(mark, dotted(tuple(parent)), int(last)) if moves else mark


def _moved_up(mark: str, parent: str, gone: int) -> str:
    if not mark.startswith(f"{parent}."):
        return mark
    index, _, rest = mark.removeprefix(f"{parent}.").partition(".")
    at = int(index) if index.isdecimal() else -1
    return f"{parent}.{at - 1}.{rest}" if at > gone else mark


def _at(value: object, path: Path) -> object:
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
