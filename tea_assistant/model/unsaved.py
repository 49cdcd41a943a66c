"""What a person has written and no file of the dossier says yet."""

from datetime import datetime
from typing import Any

from msgspec import Struct

from tea_assistant.model.source import Path


class UnsavedFile(Struct, frozen=True):
    """A file whose text was not on the disk yet; None where there was, or is to be, no such file."""

    file: str
    mine: str | None
    base: str | None
    """What the disk said when the text was begun."""


class TypedText(Struct, frozen=True):
    """A text on the screen that had not got into the dossier."""

    title: str
    text: str
    file: str = ""
    """Where it was meant to go; empty where no field of the dossier is known."""
    path: Path = ()
    value: Any = None
    """What the field would have stored."""
    before: Any = None
    """What the dossier said there."""


class Unsaved(Struct, frozen=True):
    """All that one window had not saved."""

    root: str
    written: datetime
    computer: str
    process: int
    files: tuple[UnsavedFile, ...] = ()
    typed: tuple[TypedText, ...] = ()
