"""How somebody begins who has no dossier open."""

from enum import Enum, auto
from pathlib import Path

from msgspec import Struct


class Way(Enum):
    """What is to come after the first screen."""

    TOUR = auto()
    CREATE = auto()
    EXAMPLE = auto()
    OPEN = auto()


class Beginning(Struct, frozen=True):
    """The way that was chosen, the folder of the dossier where there is one, and what is shown first."""

    way: Way
    root: Path | None = None
    screen: str = ""
    """The screen that opens above the overview; empty for none."""


class Then(Struct, frozen=True):
    """What is started when the screens have ended: a dossier, the tour, or the first screen again."""

    way: Way | None = None
    """None for the first screen."""
    root: Path | None = None
    """The dossier; on the tour the one to go back to."""
