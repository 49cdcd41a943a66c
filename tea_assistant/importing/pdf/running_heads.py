"""Takes away what stands at the head and foot of all pages: titles, dates, numbers of pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from tea_assistant.importing.pdf.rows import Row
from tea_assistant.patterns import regex

_EDGE = 0.12
"""Of the height of a page: so far from its edges running heads stand."""
_LINES = 3
_SHARE = 0.3
_FEWEST = 3
_TWO = 2
_NAME = 12
"""Characters of a running head that can be the title of a document."""
_NUMBER = regex(
    r"(?:Seite|S\.|Page)?\s*[-–|]?\s*\d{1,4}\s*(?:(?:von|/|of)\s*\d{1,4})?\s*[-–|]?", re.IGNORECASE
)
_PAGE = regex(r"\b(?:Seite|S\.|Page)\s*\d|^\d+$", re.IGNORECASE)
_DIGITS = regex(r"\d+")


def without_running_heads(rows: Sequence[Row], pages: int) -> tuple[list[Row], str]:
    """Return the rows without running heads and page numbers, and the head that names the document."""
    edges = _edges(rows)
    seen = Counter(text for _, text in {(row.page, _even(row)) for row in edges.values()})
    most = max(_FEWEST if pages > _TWO else _TWO, pages * _SHARE)
    running = {at for at, row in edges.items() if seen[_even(row)] >= most}
    kept = [
        row
        for at, row in enumerate(rows)
        if at not in running and not (at in edges and _NUMBER.fullmatch(row.text))
    ]
    names = (rows[at].text for at in sorted(running))
    return kept, next((name for name in names if len(name) >= _NAME and not _PAGE.search(name)), "")


def _edges(rows: Sequence[Row]) -> dict[int, Row]:
    """Return the highest and lowest rows of each page."""
    pages: defaultdict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.table is None:
            pages[row.page].append(at)
    edges: dict[int, Row] = {}
    for found in pages.values():
        by_height = sorted(found, key=lambda at: rows[at].bottom)
        for at in (*by_height[:_LINES], *by_height[-_LINES:]):
            row = rows[at]
            if not row.height * _EDGE < row.bottom < row.height * (1 - _EDGE):
                edges[at] = row
    return edges


def _even(row: Row) -> tuple[str, int]:
    return _DIGITS.sub("#", row.text), row.bottom > row.height / 2
