"""The places of a plainly read text's values, worked out when somebody asks: of most files nobody does."""

from array import array
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from tea_assistant.model.source import Path, Position
from tea_assistant.store.yaml_encoding import decode
from tea_assistant.store.yaml_prose import prose_position

T = TypeVar("T")
_KEYS, _VALUES = 0, 1


class PlainPlaces:
    """Knows where each key and each value of a text begins, in the order of the file."""

    __slots__ = ("_content", "marks", "value")

    def __init__(self, content: bytes | str, value: Any, marks: list[int]) -> None:
        self._content = content
        self.value = value
        self.marks = array("I", marks)

    @property
    def text(self) -> str:
        """The text as its reader counted it: lines are those of editors, whatever ends them here."""
        text = self._content if isinstance(self._content, str) else decode(self._content)[0]
        return text.removeprefix("\ufeff").replace("\r\n", "\n")

    @property
    def positions(self) -> Mapping[Path, Position]:
        """Where the values stand."""
        return _Table(self, _VALUES, _position)

    @property
    def key_positions(self) -> Mapping[Path, tuple[int, int]]:
        """Where the keys stand: line and column, from 1."""
        return _Table(self, _KEYS, _place)


class _Table(Mapping[Path, T]):
    __slots__ = ("_place", "_places", "_which")

    def __init__(self, places: PlainPlaces, which: int, place: Callable[[str, int, Any], T]) -> None:
        self._places = places
        self._which = which
        self._place = place

    def __getitem__(self, path: Path) -> T:
        offset = self._offsets[path]
        value = self._places.value
        for part in path:
            value = value[part]
        return self._place(self._places.text, offset, value)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._offsets)

    def __len__(self) -> int:
        return len(self._offsets)

    @property
    def _offsets(self) -> Mapping[Path, int]:
        return _offsets(self._places)[self._which]


@lru_cache(maxsize=16)
def _offsets(places: PlainPlaces) -> tuple[dict[Path, int], dict[Path, int]]:
    """Return where keys and values begin; kept for a few files, as questions to one file come together."""
    keys: dict[Path, int] = {}
    values: dict[Path, int] = {}
    following = iter(places.marks).__next__

    def note(value: Any, path: Path) -> None:
        values[path] = following()
        if isinstance(value, dict):
            for key, item in value.items():
                here = (*path, key)
                keys[here] = following()
                note(item, here)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                note(item, (*path, number))

    note(places.value, ())
    return keys, values


def _place(text: str, offset: int, _value: Any) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _position(text: str, offset: int, value: Any) -> Position:
    line, column = _place(text, offset, value)
    style = text[offset : offset + 1] if isinstance(value, str) else ""
    if style in ("|", ">"):
        return prose_position(text, offset, (line, column), value, style)
    return Position(line, column, line, column + (style in ('"', "'")), literal=False)
