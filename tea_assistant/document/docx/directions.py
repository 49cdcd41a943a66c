"""Finds the pieces of a text that are written from right to left: Word wants to be told."""

import unicodedata
from collections.abc import Iterator

_LEFTWARD = frozenset({"R", "AL"})
_STRONG = _LEFTWARD | {"L"}


def directions(content: str) -> Iterator[tuple[bool, str]]:
    """Cut a text where its direction changes; True with what is written from right to left.

    What has no direction of its own, like a space, goes with the letters on both of its sides.
    """
    if content.isascii():
        yield False, content
        return
    leftward, start, weak = False, 0, 0
    for at, character in enumerate(content):
        direction = unicodedata.bidirectional(character)
        if direction == "NSM":
            weak = at + 1
        if direction not in _STRONG:
            continue
        if (direction in _LEFTWARD) != leftward:
            # Space between two directions belongs to the text around.
            end = at if direction in _LEFTWARD else weak
            if end > start:
                yield leftward, content[start:end]
            leftward, start = not leftward, end
        weak = at + 1
    end = weak if leftward else len(content)
    yield from (
        (side, piece) for side, piece in ((leftward, content[start:end]), (False, content[end:])) if piece
    )
