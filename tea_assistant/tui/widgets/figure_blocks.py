"""Blocks of cells as spreadsheets put them on the clipboard: rows of tab-separated text."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from msgspec import Struct

from tea_assistant.patterns import regex
from tea_assistant.tui.plain import clean
from tea_assistant.tui.widgets.figure_cells import has_number, is_words

_LINES = regex(r"\r\n|\r|\n")
_FORMULA = ("=", "+", "-", "@")
_LONGEST_LABEL = 200


class Block(Struct, frozen=True):
    """A pasted block: the cells from its first number on, and what stood above and beside them."""

    cells: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]
    """What stood to the left of each row."""
    heads: int = 0
    """Rows above that held only words."""

    @property
    def width(self) -> int:
        """How many columns hold something."""
        return max((at + 1 for row in self.cells for at, cell in enumerate(row) if cell), default=0)


def block_of(text: str, *, labelled: bool = False) -> Block:
    """Read tab-separated text; `labelled` where its first column is to name the rows."""
    rows = [[cell.strip() for cell in row] for row in _rows(text)]
    while rows and not any(rows[-1]):
        rows.pop()
    heads = _heads(rows)
    body = rows[heads:]
    width = max(map(len, body), default=0)
    padded = [[*row, *[""] * (width - len(row))] for row in body]
    beside = _label_columns(padded, width) or int(labelled and width > 1)
    return Block(
        tuple(tuple(row[beside:]) for row in padded),
        tuple(clean(", ".join(filter(None, row[:beside])))[:_LONGEST_LABEL] for row in padded),
        heads,
    )


def _rows(text: str) -> list[list[str]]:
    plain = [line.split("\t") for line in _LINES.split(text)]
    if '"' not in text:
        return plain
    try:
        # A spreadsheet quotes what holds a tab or a line break.
        return list(csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return plain


def _heads(rows: Sequence[Sequence[str]]) -> int:
    for at, row in enumerate(rows):
        if not any(map(is_words, row)) or any(map(has_number, row)):
            return at
    # Words throughout: each is to be refused by its name.
    return 0


def _label_columns(rows: Sequence[Sequence[str]], width: int) -> int:
    for beside in range(width):
        column = [row[beside] for row in rows]
        if not any(map(is_words, column)) or any(map(has_number, column)):
            return beside
    return 0


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """Write cells for the clipboard, so that a spreadsheet takes none of them for a formula."""
    return "\n".join("\t".join(map(_harmless, row)) for row in rows)


def _harmless(text: str) -> str:
    text = clean(text).replace("\t", " ").strip()
    # A leading apostrophe makes it text; a number keeps its sign.
    return f"'{text}" if text.startswith(_FORMULA) and not has_number(text) else text
