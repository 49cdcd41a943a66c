"""Rows of print on a page: words side by side become a line, tables stand where they begin."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from tea_assistant.importing.pdf.print import PrintedPage, Word
from tea_assistant.importing.pdf.tables import PdfTable, tables_of

_SAME = 0.5
_WIDE = 2.0
"""Of the size: so wide a gap is that between columns, or between a title and its page."""
_MOSTLY = 0.8
_BLANK = 0.27
"""Of the size: how wide a blank is in most fonts."""
_HYPHENS = "-\u2010\u2011"


class Row(Struct, frozen=True):
    """A line of print, or a whole table."""

    page: int
    text: str
    left: float
    right: float
    """Where it would end with blanks of the usual width: justified lines always end at the edge."""
    bottom: float
    size: float
    bold: bool
    first: float = 0.0
    """How wide its first word is."""
    height: float = 0.0
    """Of the page."""
    table: PdfTable | None = None


def rows_of(page: PrintedPage) -> list[Row]:
    """Return the rows of a page in the order in which the file prints them."""
    tables = tables_of(page)
    rows: list[Row] = []
    placed: set[int] = set()
    line: list[Word] = []
    for word in page.words:
        inside = next((at for at, table in enumerate(tables) if table.box.holds(*word.box.middle)), None)
        if inside is None:
            if line and not _beside(line, word):
                rows.append(_row(page, line))
                line = []
            line.append(word)
        elif inside not in placed:
            placed.add(inside)
            if line:
                rows.append(_row(page, line))
                line = []
            rows.append(_of_table(page, tables[inside]))
    if line:
        rows.append(_row(page, line))
    return rows


def _beside(line: Sequence[Word], word: Word) -> bool:
    last = line[-1]
    high = max(last.size, word.size, 1.0)
    return abs(last.box.bottom - word.box.bottom) < high * _SAME and word.box.left > last.box.left


def _row(page: PrintedPage, line: Sequence[Word]) -> Row:
    letters = sum(len(word.text) for word in line)
    bold = sum(len(word.text) for word in line if word.bold)
    return Row(
        page.number,
        "".join(_spaced(line)),
        line[0].box.left,
        line[0].box.left + _natural(line),
        min(word.box.bottom for word in line),
        max(line, key=lambda word: len(word.text)).size,
        bold >= letters * _MOSTLY,
        line[0].box.right - line[0].box.left,
        page.height,
    )


def _natural(line: Sequence[Word]) -> float:
    wide = sum(word.box.right - word.box.left for word in line)
    return wide + sum(word.size * _BLANK for word in line[1:])


def _spaced(line: Sequence[Word]) -> Iterator[str]:
    yield line[0].text
    for before, word in pairwise(line):
        gap = word.box.left - before.box.right
        size = max(before.size, 1.0)
        is_last = word is line[-1]
        if is_last and word.text in _HYPHENS and gap < size * _SAME:
            # A word that was broken: some programs print its hyphen apart.
            yield word.text
        else:
            yield ("  " if is_last and word.text.isdigit() and gap > size * _WIDE else " ") + word.text


def _of_table(page: PrintedPage, table: PdfTable) -> Row:
    box = table.box
    return Row(
        page.number, "", box.left, box.right, box.bottom, 0, bold=False, height=page.height, table=table
    )
