"""The places of a plainly read text's values, worked out when somebody asks: of most files nobody does."""

from array import array
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from tea_assistant.model.source import Path, Position
from tea_assistant.store.text_places import Places
from tea_assistant.store.yaml.encoding import decode
from tea_assistant.store.yaml.prose import prose_position

T = TypeVar("T")


class PlainPlaces:
    """Knows where each key and each value of a text begins, in the order of the file."""

    __slots__ = ("content", "marks", "value")

    def __init__(self, content: bytes | str, value: Any, marks: list[int]) -> None:
        self.content = content
        self.value = value
        self.marks = array("I", marks)

    @property
    def positions(self) -> Mapping[Path, Position]:
        """Where the values stand."""
        return _Table(self, _Found.values, _Found.position)

    @property
    def key_positions(self) -> Mapping[Path, tuple[int, int]]:
        """Where the keys stand: line and column, from 1."""
        return _Table(self, _Found.keys, _Found.key_place)


class _Found:
    """The places of one text, by the way to what stands there."""

    def __init__(self, places: PlainPlaces) -> None:
        content = places.content
        text = content if isinstance(content, str) else decode(content)[0]
        # As its reader counted it: lines are those of editors, whatever ends them here.
        self._text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self._lines = Places(self._text)
        self._whole = places.value
        self._keys: dict[Path, int] = {}
        self._values: dict[Path, int] = {}
        self._note(places.value, (), iter(places.marks))

    def _note(self, value: Any, path: Path, marks: Iterator[int]) -> None:
        self._values[path] = next(marks)
        if isinstance(value, dict):
            for key, item in value.items():
                here = (*path, key)
                self._keys[here] = next(marks)
                self._note(item, here, marks)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                self._note(item, (*path, number), marks)

    def keys(self) -> Mapping[Path, int]:
        return self._keys

    def values(self) -> Mapping[Path, int]:
        return self._values

    def key_place(self, path: Path) -> tuple[int, int]:
        return self._lines.at(self._keys[path])

    def position(self, path: Path) -> Position:
        offset = self._values[path]
        place = self._lines.at(offset)
        value = self._whole
        for part in path:
            value = value[part]
        style = self._text[offset : offset + 1] if isinstance(value, str) else ""
        if style in ("|", ">"):
            return prose_position(self._text, offset, place, value, style)
        return Position(*place, place.line, place.column + (style in ('"', "'")), literal=False)


@lru_cache(maxsize=16)
def _found(places: PlainPlaces) -> _Found:
    """Return what is kept for a few files only: questions to one file come together."""
    return _Found(places)


class _Table(Mapping[Path, T]):
    __slots__ = ("_at", "_offsets", "_places")

    def __init__(
        self,
        places: PlainPlaces,
        offsets: Callable[[_Found], Mapping[Path, int]],
        at: Callable[[_Found, Path], T],
    ) -> None:
        self._places = places
        self._offsets = offsets
        self._at = at

    def __getitem__(self, path: Path) -> T:
        return self._at(_found(self._places), path)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._offsets(_found(self._places)))

    def __len__(self) -> int:
        return len(self._offsets(_found(self._places)))
