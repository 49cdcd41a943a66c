"""One piece of what a reviewer sees at an item."""

from enum import StrEnum

from msgspec import Struct


class PieceKind(StrEnum):
    """Where in the chain from proof to statement a piece stands."""

    OWN = "own"
    """The item's own words and values."""
    MEASURE = "measure"
    PROOF = "proof"
    FIGURE = "figure"


class Piece(Struct, frozen=True):
    """A text or a value in view, with its German name."""

    key: str
    """Tells it from all others of the item: statement, measure/mentoring/goal, figure/staff.women.share."""
    title: str
    text: str
    """As people read it; prose as it is written in the dossier."""
    kind: PieceKind = PieceKind.OWN
    meaning: str = ""
    """What counts for the fingerprint, where the text has words of the program that may change."""
    ref: str = ""
    """Id of the measure or the indicator that it belongs to; empty for the item's own."""
