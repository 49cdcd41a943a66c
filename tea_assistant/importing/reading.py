"""What was read from somebody else's file: its tables, and what was left out."""

from msgspec import Struct

from tea_assistant.model.grid import Grid


class Reading(Struct, frozen=True):
    """The tables of a file, and what a person should know about them."""

    grids: tuple[Grid, ...] = ()
    notes: tuple[str, ...] = ()
    """German: what was not read, and why."""
