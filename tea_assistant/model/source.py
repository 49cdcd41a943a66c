"""Where a thing of the domain stands: its file and the places of its values."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct, field

Path = tuple[str | int, ...]
"""The way to a value inside a file: keys and list indices."""


class Place(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


class Position(Struct, frozen=True):
    """Where a value starts, and where its text starts if it is prose; all counted from 1."""

    line: int
    column: int
    text_line: int
    text_column: int
    literal: bool
    """Line n of the value is line `text_line + n` of the file, so errors in prose get exact places."""


class Source(Struct, frozen=True):
    """A file of the dossier and the places of the values in it."""

    file: str
    """Relative to the dossier, with `/`."""
    positions: Mapping[Path, Position] = field(default_factory=dict)
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """Two are alike that name the same file, wherever its values stand."""
        return isinstance(other, Source) and self.file == other.file

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.file)

    def place(self, path: Path = ()) -> Place:
        """Return where the value at `path` stands, or its nearest parent that is there."""
        while path:
            if key := self.keys.get(path):
                return Place(*key)
            if position := self.positions.get(path):
                return Place(position.line, position.column)
            path = path[:-1]
        return Place(1, 1)

    def prose_place(self, path: Path, line: int, column: int) -> Place:
        """Return where line and column (from 0) of the prose at `path` stand in the file."""
        position = self.positions.get(path)
        if position is None:
            return self.place(path)
        if position.literal:
            return Place(position.text_line + line, position.text_column + column)
        if line == 0:
            return Place(position.text_line, position.text_column + column)
        return Place(position.line, position.column)


NOWHERE = Source("")
"""For things that were not read from a file."""


def dotted(path: Path) -> str:
    """Write a path as users and reports see it: `results.0.value`."""
    return ".".join(str(part) for part in path)
