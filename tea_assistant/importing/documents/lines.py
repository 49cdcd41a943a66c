"""The lines of a document as its format gives them, before anybody asks what they are."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.grid import Grid

Progress = Callable[[int, int], None]
"""Is told how many of how many pages were read."""


class Role(StrEnum):
    """What the format itself says of a line."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    TABLE = "table"


class Line(Struct, frozen=True):
    """A line of print, or more of one paragraph where the format knows no lines."""

    text: str = ""
    role: Role = Role.TEXT
    line: int | None = None
    page: int | None = None
    level: int = 0
    """Of a heading and a bullet, from 1; of others 0."""
    begins: bool = True
    """Whether it begins a paragraph, an item or a heading; otherwise it goes on with what is above it."""
    hard: bool = False
    """Whether the author ended the line above where this one goes on with it."""
    strong: bool = False
    """Whether all of it is bold, or larger than the text around it."""
    size: float = 0.0
    """Of its letters; 0 where the format does not say."""
    contents: bool = False
    """Whether the format says that it belongs to a table of contents."""
    grid: Grid | None = None


class Lines(Struct, frozen=True):
    """All lines of a document, and what else its format says."""

    lines: tuple[Line, ...]
    title: str = ""
    pages: int | None = None
    remarks: tuple[str, ...] = ()
    """German: what was not read, and why."""
