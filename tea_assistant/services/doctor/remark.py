"""What an examination remarks, in German."""

from enum import StrEnum

from msgspec import Struct


class Sign(StrEnum):
    """How it stands with something."""

    FINE = "ok"
    NOTE = "warning"
    """It works, but something should be looked at."""
    BROKEN = "error"


class Remark(Struct, frozen=True):
    """One thing that was looked at."""

    group: str
    """German: Installation, Rechner, Mappe."""
    sign: Sign
    text: str
    advice: str = ""
    """What to do; empty where nothing has to be done."""


class Terminal(Struct, frozen=True):
    """The terminal, as the one who asks sees it."""

    columns: int
    rows: int
    encoding: str
    has_colours: bool
    is_there: bool = True
    """Whether anything is shown at all: a pipe has no size and no colours."""


def fine(group: str, text: str) -> Remark:
    """Remark that something is in order."""
    return Remark(group, Sign.FINE, text)


def some(names: list[str], most: int = 5) -> str:
    """Name a few of many."""
    more = f" und {len(names) - most} weitere" if len(names) > most else ""
    return ", ".join(names[:most]) + more
