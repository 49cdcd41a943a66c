"""Tables of a PDF page, found by the rules between their cells."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tea_assistant.importing.line_joining import joined
from tea_assistant.importing.pdf.print import Box, PrintedPage, Rule, Word
from tea_assistant.model.grid import GridCell

_NEAR = 3.0
"""Points: the two sides of a drawn border are nearer, two rows of letters are not."""
_FEWEST = 2
_COVERED = 0.5
_MOST_CELLS = 20_000
_LINE = 0.5
_NARROW = 4
"""Times the size of its letters: words do not fit into so narrow a column."""
_IN_NUMBER = "0123456789.,%"


class PdfTable(Struct, frozen=True):
    """A table as it stands on one page."""

    box: Box
    columns: tuple[float, ...]
    """Where its columns begin, and where the last one ends."""
    rows: tuple[tuple[GridCell, ...], ...]


def tables_of(page: PrintedPage) -> list[PdfTable]:
    """Return the tables of a page, the highest first."""
    tables = []
    for rules in _connected(page.rules):
        xs = _snapped(rule.at for rule in rules if rule.upright)
        ys = _snapped(rule.at for rule in rules if not rule.upright)
        columns, rows = len(xs) - 1, len(ys) - 1
        if columns < 1 or rows < 1 or columns * rows < _FEWEST or columns * rows > _MOST_CELLS:
            continue
        table = _table(xs, ys[::-1], rules, page.words)
        if table is not None:
            tables.append(table)
    return sorted(tables, key=lambda table: -table.box.top)


def _connected(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules that touch one another, group by group."""
    group = list(range(len(rules)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    upright = sorted((rule.at, at) for at, rule in enumerate(rules) if rule.upright)
    for at, rule in enumerate(rules):
        if rule.upright:
            continue
        for x, other in upright:
            if x > rule.end + _NEAR:
                break
            if x >= rule.begin - _NEAR and rules[other].begin - _NEAR <= rule.at <= rules[other].end + _NEAR:
                group[root(other)] = root(at)
    groups: dict[int, list[Rule]] = {}
    for at, rule in enumerate(rules):
        groups.setdefault(root(at), []).append(rule)
    yield from (found for found in groups.values() if len(found) > _FEWEST)


def _snapped(values: Iterator[float] | Sequence[float]) -> list[float]:
    snapped: list[list[float]] = []
    for value in sorted(values):
        if snapped and value - snapped[-1][-1] <= _NEAR:
            snapped[-1].append(value)
        else:
            snapped.append([value])
    return [sum(found) / len(found) for found in snapped]


def _table(xs: list[float], ys: list[float], rules: Sequence[Rule], words: Sequence[Word]) -> PdfTable | None:
    """Return the table between the x of its columns and the y of its rows, from top to bottom."""
    width, height = len(xs) - 1, len(ys) - 1
    cells = _merged(xs, ys, rules)
    if len(set(cells.values())) < _FEWEST:
        return None
    texts: dict[tuple[int, int], list[Word]] = {}
    box = Box(xs[0], ys[-1], xs[-1], ys[0])
    for word in words:
        x, y = word.box.middle
        if box.holds(x, y):
            column = max(at for at in range(width) if xs[at] <= x)
            row = max(at for at in range(height) if ys[at] >= y)
            texts.setdefault(cells[row, column], []).append(word)
    rows = tuple(
        tuple(
            _cell(row, column, cells[row, column], texts, xs[column : column + 2]) for column in range(width)
        )
        for row in range(height)
    )
    filled = tuple(row for row in rows if any(cell.text for cell in row))
    return PdfTable(box, tuple(xs), filled) if filled else None


def _cell(
    row: int,
    column: int,
    origin: tuple[int, int],
    texts: dict[tuple[int, int], list[Word]],
    sides: Sequence[float],
) -> GridCell:
    if origin != (row, column):
        return GridCell("", row + 1, column + 1, merged=True, origin=(origin[0] + 1, origin[1] + 1))
    return GridCell(_text_of(texts.get(origin, []), sides[0], sides[1]), row + 1, column + 1)


def _text_of(words: Sequence[Word], left: float, right: float) -> str:
    """Return the words of a cell as one text; what was too wide for its column becomes whole."""
    text, last, alone = "", None, True
    for word in words:
        if last is None:
            text = word.text
        elif abs(word.box.middle[1] - last.box.middle[1]) > max(word.size, last.size) * _LINE:
            full = right - last.box.right < last.size
            narrow = (
                alone and text[-1].isalpha() and right - left < last.size * _NARROW and word.text[0].islower()
            )
            figure = last.text[-1] in _IN_NUMBER and word.text[0] in _IN_NUMBER
            text = text + word.text if full and (narrow or figure) else joined(text, word.text)
            alone = True
        else:
            text, alone = f"{text} {word.text}", False
        last = word
    return text


def _merged(
    xs: list[float], ys: list[float], rules: Sequence[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell the first one of those that no rule parts from it."""
    upright = [rule for rule in rules if rule.upright]
    level = [rule for rule in rules if not rule.upright]
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            cell = (row, column)
            if column and not _parted(upright, xs[column], ys[row + 1], ys[row]):
                first[cell] = first[row, column - 1]
            elif row and not _parted(level, ys[row], xs[column], xs[column + 1]):
                first[cell] = first[row - 1, column]
            else:
                first[cell] = cell
    return first


def _parted(rules: Sequence[Rule], at: float, begin: float, end: float) -> bool:
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.begin, begin)) for rule in rules if abs(rule.at - at) <= _NEAR
    )
    return covered >= (end - begin) * _COVERED
