"""Lays out tables: how wide each column is, so that words and numbers both have room."""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from tea_assistant.document.leaf import words
from tea_assistant.document.typst.runs import Run

_ALIGNMENTS = ("", "text-align:center", "text-align:right")
_LONG, _NUMBERS = 14, 24
"""A column whose texts are all shorter than this is as wide as its widest cell; numbers may be longer."""
_MOST = 60
"""Beyond so many letters a column needs more lines, not more room."""
_ROOMY, _MANY = 6, 10
"""Up to so many columns there is room; beyond the other number letters get small."""

Cell = tuple[list[Token], str]


def table(rows: Sequence[Sequence[Cell]], runs: Callable[[list[Token]], list[Run]]) -> dict[str, object]:
    """Return a table with its columns; its first row is the head."""
    count = len(rows[0])
    texts = [[words_of(cell) for cell, _ in row] for row in rows]
    return {
        "k": "table",
        "columns": list(_widths(texts, [style.endswith("right") for _, style in rows[0]])),
        "align": [_ALIGNMENTS.index(style) if style in _ALIGNMENTS else 0 for _, style in rows[0]],
        "scale": 0.9 if count <= _ROOMY else 0.8 if count <= _MANY else 0.6,
        "head": [runs(cell) for cell, _ in rows[0]],
        "rows": [[{"runs": runs(cell)} for cell, _ in row] for row in rows[1:]],
    }


def words_of(tokens: Sequence[Token]) -> str:
    """Return the words of a cell."""
    return "".join(map(words, tokens))


def _widths(texts: Sequence[Sequence[str]], numbers: Sequence[bool]) -> Iterator[float]:
    """Yield for each column its share of the room; 0 for one that takes just what its cells need."""
    for at in range(len(texts[0])):
        longest = max((len(row[at]) for row in texts[1:]), default=0)
        # The head of a narrow column breaks, unless one of its words is long.
        head = max(map(len, texts[0][at].split()), default=0)
        if at and max(longest, head) < (_NUMBERS if numbers[at] else _LONG):
            yield 0
        else:
            yield float(min(max(longest, head), _MOST))
