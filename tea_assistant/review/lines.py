"""Several values as one piece, a line each."""

from collections.abc import Sequence
from typing import NamedTuple

from tea_assistant.review.piece import Piece, PieceKind


class Line(NamedTuple):
    """A value with its German name."""

    label: str
    text: str
    meaning: str
    """What counts for the fingerprint: the value as it stands in the dossier."""
    key: str = ""


def lines_piece(
    key: str, title: str, lines: Sequence[Line], kind: PieceKind = PieceKind.OWN, ref: str = ""
) -> Piece:
    """Put values together; words that only the program uses count nothing for the fingerprint."""
    text = "\n".join(f"{line.label}: {line.text}" if line.label else line.text for line in lines)
    meaning = "\n".join(f"{line.key}={' '.join(line.meaning.split())}" for line in lines)
    return Piece(key, title, text, kind, meaning, ref)
