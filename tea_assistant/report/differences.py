"""The words in which two versions of a text differ, with only so much around them as shows the place."""

from collections.abc import Iterator

from tea_assistant.prose.difference import Piece, word_differences
from tea_assistant.report.reviews import Difference

_AROUND = 60
"""So many characters of what is the same stand before and after a difference."""


def shown_pieces(difference: Difference) -> tuple[Piece, ...]:
    """Return the pieces of a difference; long stretches in which nothing changed are shortened."""
    pieces = word_differences(difference.old or "", difference.new)
    return tuple(_shortened(pieces))


def _shortened(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    for at, piece in enumerate(pieces):
        if piece.kind != "same" or len(piece.text) <= 2 * _AROUND:
            yield piece
            continue
        # At the ends of the text there is only one side to show.
        before = _beginning(piece.text) if at else ""
        after = _ending(piece.text) if at < len(pieces) - 1 else ""
        yield Piece(f"{before} … {after}", "same")


def _beginning(text: str) -> str:
    return text[: text.rfind(" ", 0, _AROUND) + 1].rstrip() or text[:_AROUND]


def _ending(text: str) -> str:
    space = text.find(" ", len(text) - _AROUND)
    return text[space + 1 :] if space >= 0 else text[-_AROUND:]
