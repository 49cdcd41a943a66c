"""Finds the tables on a sheet: blank rows part them, and single cells above them are their captions."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tea_assistant.model.grid import Grid, GridCell
from tea_assistant.patterns import regex

Row = Sequence[GridCell]

_NUMBER = regex(r"[-+−]?[\d.,\s]*\d[\d.,\s]*%?\s*\*{0,3}")
_YEAR = regex(r"(?:19|20)\d\d")


def tables(rows: Sequence[Row], file: str, sheet: str = "") -> tuple[Grid, ...]:
    """Return the tables among the rows of a sheet, from top to bottom."""
    return tuple(_grid(body, caption, file, sheet) for caption, body in _parts(rows))


def _parts(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    caption, body = "", list[Row]()
    between: list[Row] = []
    for filled, group in groupby(rows, key=_is_filled):
        if not filled:
            continue
        block = list(group)
        above = _captions(block)
        between += block[:above]
        rest = block[above:]
        if not rest:
            # Whether it is a caption or a remark shows with what follows.
            continue
        if body and not _is_head(rest[0]):
            body += [*between, *rest]
        else:
            if body:
                yield caption, body
            caption, body = " – ".join(_first(row).text for row in between), rest
        between = []
    if body:
        yield caption, body


def _is_filled(row: Row) -> bool:
    return any(cell.text for cell in row)


def _first(row: Row) -> GridCell:
    return next(cell for cell in row if cell.text)


def _captions(block: Sequence[Row]) -> int:
    """Count the rows at the top of a block that are nothing but one text at its left edge."""
    left = min(_first(row).column for row in block)
    count = 0
    for row in block:
        if sum(1 for cell in row if cell.text) > 1 or _first(row).column > left or _is_number(_first(row)):
            break
        count += 1
    return count


def _is_head(row: Row) -> bool:
    """Tell whether a row after a blank one begins a new table: it names columns and holds no numbers."""
    texts = [cell for cell in row if cell.text]
    return len(texts) > 1 and not any(_is_number(cell) for cell in texts)


def _is_number(cell: GridCell) -> bool:
    if _YEAR.fullmatch(cell.text):
        return False
    return cell.number is not None or _NUMBER.fullmatch(cell.text) is not None


def _grid(body: Sequence[Row], caption: str, file: str, sheet: str) -> Grid:
    used = [at for row in body for at, cell in enumerate(row) if cell.text]
    left, right = min(used), max(used) + 1
    rows = tuple(_padded(row[left:right], row, left, right) for row in body)
    return Grid(rows, file, ": ".join(part for part in (sheet, caption) if part))


def _padded(cells: Row, row: Row, left: int, right: int) -> tuple[GridCell, ...]:
    line = _first(row).line
    missing = range(left + len(cells) + 1, right + 1)
    return (*cells, *(GridCell("", line, column) for column in missing))
