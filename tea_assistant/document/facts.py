"""What an output must know about a document beside its words: for its properties and its running heads."""

from datetime import date

from msgspec import Struct

LANGUAGE = "de"
"""Of every document."""
PROGRAM = "tea_assistant"
"""Named as the maker in the properties of a file."""


class Facts(Struct, frozen=True):
    """What is known about a document; the same dossier has the same facts on every day."""

    title: str
    """„TOTAL E-QUALITY Prädikat 2025“, without the organisation."""
    organisation: str
    cycle: str
    dated: date
    """Stands in the properties of a file, which would otherwise change each time: the round's deadline."""
    deadline: date | None = None
    """Until when the application must be handed in; None where no round says so."""
