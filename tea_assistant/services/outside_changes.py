"""What becomes of a file that was changed here and elsewhere, and of an attempt to save."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from tea_assistant.store.merging.merge import Merged


class Conflict(Struct, frozen=True):
    """A file that was changed here and elsewhere in one place; None where one side deleted it."""

    file: str
    mine: str | None
    theirs: str | None
    base: str | None
    """What both began with: the text as it was last read or written here."""
    merged: "Merged"
    """What needs no decision, and what does."""


class Joined(Struct, frozen=True):
    """A file whose changes from elsewhere went into the text here, for nothing contradicted them."""

    file: str
    before: str | None
    """What both began with."""
    theirs: str | None


class SaveOutcome(Struct, frozen=True):
    """What became of an attempt to save."""

    saved: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    """German messages, one a file that could not be written."""
    joined: tuple[str, ...] = ()
    """The files into which changes from elsewhere went at that."""
