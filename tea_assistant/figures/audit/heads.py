"""The heads of tables: how many rows they take, and what each column is called by all of them."""

from collections.abc import Sequence

from tea_assistant.figures.audit.numbers import is_gap, read_number
from tea_assistant.figures.audit.words import cleaned
from tea_assistant.model.grid import Grid, GridCell

_YEARS = range(1950, 2100)
_MOST_ROWS = 6
_MOST_LABELS = 3

Rows = Sequence[Sequence[GridCell]]


def head_rows(grid: Grid) -> int:
    """Count the rows of the head: those that the format marks, and the rows of mere words below them."""
    count = min(grid.head, len(grid.rows))
    while count < min(_MOST_ROWS, len(grid.rows)) and _names_columns(grid.rows[count], first=count == 0):
        count += 1
    return count


def title_in(head: Rows) -> str:
    """Return the title that fills a whole row above the real head; empty where there is none."""
    if len(head) < 2:
        return ""
    first, *rest = head[0]
    if first.text and not any(cell.text for cell in rest):
        return cleaned(first.text)
    return ""


def paths(head: Rows, width: int, labels: int) -> list[tuple[str, ...]]:
    """Return the labels of each column from above to below; a blank takes that of its left neighbour.

    Only below the same label: the blank that ends a group does not take the name of the next group. The last
    row of a head divides no further, so a blank there says nothing.
    """
    found: list[list[str]] = [[] for _ in range(width)]
    for number, row in enumerate(head):
        last = number == len(head) - 1
        above = [tuple(path) for path in found]
        left = ""
        for at in range(labels, width):
            text = cleaned(row[at].text)
            if text:
                left = text
            elif last or (at > labels and above[at] != above[at - 1]):
                left = ""
            if left and (text or not last) and (not found[at] or found[at][-1] != left):
                found[at].append(left)
    return [tuple(path) for path in found]


def label_columns(body: Rows, width: int) -> int:
    """Count the columns at the left that name the rows."""
    count = 1
    while count < min(_MOST_LABELS, width - 1):
        texts = [row[count].text for row in body if row[count].text]
        words = [text for text in texts if not is_gap(text) and read_number(text) is None]
        if not words or 2 * len(words) < len(texts):
            break
        count += 1
    return count


def is_year(text: str) -> bool:
    """Tell whether a cell names a year."""
    return len(text) == 4 and text.isascii() and text.isdigit() and int(text) in _YEARS


def _names_columns(row: Sequence[GridCell], *, first: bool) -> bool:
    texts = [cell.text for cell in row[1:] if cell.text]
    if texts and all(map(is_year, texts)):
        return True
    if any(read_number(text) is not None and not is_year(text) for text in texts):
        return False
    # A row that only names itself begins a part of the table, unless nothing stands above it.
    return first or any(not is_gap(text) for text in texts)
