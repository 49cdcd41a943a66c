"""Tells where an author ended a line and where it was only full, by how wide the lines of a text are."""

from collections.abc import Iterable, Sequence

WIDEST = 140
"""Characters: nobody breaks lines behind so many; such a text has none that are full."""
_MOST = 0.95
_FEW = 5
_SLACK = 2
"""Characters by which the lines of an item may be narrower."""
_MUCH = 1.3


def width_of(paragraphs: Iterable[Sequence[str]]) -> int:
    """Return how many characters fit into a line; 0 where each line end is the author's."""
    # The last line of a paragraph says nothing of how many fit.
    all_lines = list(paragraphs)
    lengths = sorted(len(line) for lines in all_lines for line in lines[:-1])
    if len(lengths) < _FEW:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * _MOST))]
    wider = sum(1 for lines in all_lines for line in lines if len(line) > width * _MUCH)
    return 0 if width > WIDEST or wider > len(lengths) * (1 - _MOST) else width


def is_hard(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the next line would have fitted into this one, so that it was ended."""
    if not width:
        return not (line.endswith(("-", "\u00ad", ",")) or following[:1].islower())
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    return len(line) + 1 + len(word) + _SLACK <= width
