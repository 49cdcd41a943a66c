"""Finds the sentence that a comment is about, also after the text was edited."""

import re
from collections.abc import Sequence

from msgspec import Struct

from tea_assistant.prose.sentences import sentence_spans
from tea_assistant.review.piece import Piece, PieceKind

_ALIKE = 0.7
"""So many of the words two sentences must share for one to be a new wording of the other."""
NOT_FOUND = "Stelle nicht mehr gefunden"
"""What a comment says whose sentence is gone."""


class QuotePlace(Struct, frozen=True):
    """Where quoted words stand now."""

    piece: str
    """Key of the piece."""
    begin: int
    end: int
    """Both in the text of the piece."""
    same: bool
    """False where the sentence was reworded since."""


def place_of_quote(pieces: Sequence[Piece], quote: str) -> QuotePlace | None:
    """Return where quoted words stand in an item's own words or its measures; None where they are gone."""
    words = quote.split()
    texts = [p for p in pieces if p.kind in (PieceKind.OWN, PieceKind.MEASURE)]
    if not words:
        return None
    exact = re.compile(r"\s+".join(map(re.escape, words)))
    for piece in texts:
        if found := exact.search(piece.text):
            return QuotePlace(piece.key, found.start(), found.end(), same=True)
    return _reworded(texts, words)


def _reworded(texts: Sequence[Piece], words: list[str]) -> QuotePlace | None:
    from difflib import SequenceMatcher  # noqa: PLC0415 (texts that are commented on are rarely reworded)

    best: tuple[float, QuotePlace] | None = None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(words)
    for piece in texts:
        for begin, end in sentence_spans(piece.text):
            matcher.set_seq1(piece.text[begin:end].split())
            if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
                continue
            ratio = matcher.ratio()
            if ratio >= _ALIKE and (best is None or ratio > best[0]):
                best = (ratio, QuotePlace(piece.key, begin, end, same=False))
    return best[1] if best else None
