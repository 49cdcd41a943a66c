"""What was read from somebody else's file: its tables, and what was left out."""

from dataclasses import dataclass

from tea_assistant.model.grid import Grid


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables of a file, and what a person should know about them."""

    grids: tuple[Grid, ...] = ()
    notes: tuple[str, ...] = ()
    """German: what was not read, and why."""
