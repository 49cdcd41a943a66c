"""From a grid to a table that is understood."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tea_assistant.figures.audit.heads import head_rows, label_columns, paths, title_in
from tea_assistant.figures.audit.numbers import PrintedNumber
from tea_assistant.figures.audit.table import Cell, Column, Row, Table, cell_of
from tea_assistant.figures.audit.words import cleaned, is_total_label, role_of
from tea_assistant.model.grid import Grid, GridCell
from tea_assistant.patterns import regex

Cells = Sequence[tuple[Cell, ...]]

_FEWEST_ROLES = 2
"""So many rows must name a sex or a share before a table is read by its rows."""
_MOST_TURNED = 100
"""Rows: a longer table is no short one on its side."""
_ENGLISH_THOUSANDS = regex(r"[-−]?[1-9]\d{0,2},\d{3}\D*")


def understand(grid: Grid) -> Table | None:
    """Return the table that a grid holds; None where it holds no numbers."""
    if not grid.rows or len(grid.rows[0]) < 2:
        return None
    head = head_rows(grid)
    body, width = grid.rows[head:], len(grid.rows[0])
    title = title_in(grid.rows[:head])
    named = grid.rows[1:head] if title else grid.rows[:head]
    labels = label_columns(body, width)
    cells = [tuple(cell_of(cell) for cell in row[labels:]) for row in body]
    if not any(cell.number for row in cells for cell in row):
        return None
    columns = [
        _column(at, path, tuple(row[at + labels] for row in named if row[at + labels].text))
        for at, path in enumerate(paths(named, width, labels)[labels:])
    ]
    names = list(_names(body, labels))
    title = title or grid.title
    if _is_turned(columns, names):
        heads = [row[0] for row in body]
        turned = [_column(at, path, (heads[at],)) for at, path in enumerate(_paths_of_rows(names, cells))]
        cells = list(zip(*cells, strict=True))
        return _table(grid, title, turned, [column.label for column in columns], cells, is_turned=True)
    return _table(grid, title, columns, names, cells, is_turned=False)


def _column(at: int, path: tuple[str, ...], head: tuple[GridCell, ...]) -> Column:
    return Column(at, path, role_of(*path), head)


def _table(
    grid: Grid, title: str, columns: Sequence[Column], names: Sequence[str], cells: Cells, *, is_turned: bool
) -> Table:
    counted = [not (column.role.is_share or column.role.is_other) for column in columns]
    whole = [counts and _is_whole(row[at] for row in cells) for at, counts in enumerate(counted)]
    rows = []
    for at, (name, row) in enumerate(zip(names, cells, strict=True)):
        rows.append(_row(at, name, tuple(_as_count(c) if whole[n] else c for n, c in enumerate(row))))
    return Table(grid, title, tuple(columns), tuple(rows), is_turned)


def _is_whole(column: Iterator[Cell]) -> bool:
    """Tell whether most numbers of a column are whole."""
    digits = [cell.number.digits == 0 for cell in column if cell.number]
    return 2 * sum(digits) > len(digits)


def _as_count(cell: Cell) -> Cell:
    """Take „1,990“ among whole numbers for 1.990, as whoever wrote it did."""
    number = cell.number
    if number is None or number.digits != 3 or not _ENGLISH_THOUSANDS.fullmatch(cell.source.text):
        return cell
    return replace(cell, number=PrintedNumber(number.scaled, noted=number.noted, english=True))


def _names(body: Sequence[Sequence[GridCell]], labels: int) -> Iterator[str]:
    """Yield the name of each row; a blank before a further label stands for the one above it."""
    above = [""] * labels
    for row in body:
        own = [cell.text for cell in row[:labels]]
        for at in range(labels):
            if own[at]:
                above[at:] = [own[at], *[""] * (labels - at - 1)]
            elif any(own[at + 1 :]):
                own[at] = above[at]
        yield " / ".join(cleaned(text) for text in own if text)


def _row(at: int, name: str, cells: tuple[Cell, ...]) -> Row:
    role = role_of(name)
    return Row(
        at,
        name,
        cells,
        is_total=is_total_label(name) and not (role.is_share or role.is_other),
        is_part=role.is_part,
        is_section=not any(cell.number or (cell.is_gap and not cell.is_nothing) for cell in cells),
        is_other=role.is_share or role.is_other,
    )


def _is_turned(columns: Sequence[Column], names: Sequence[str]) -> bool:
    """Tell whether the rows of a table say what its numbers are, and the columns only when or where."""
    if len(names) > _MOST_TURNED or any(c.role.names_sex or c.role.is_share for c in columns):
        return False
    roles = [role_of(name) for name in names]
    return sum(role.names_sex or role.is_share for role in roles) >= _FEWEST_ROLES


def _paths_of_rows(names: Sequence[str], cells: Cells) -> Iterator[tuple[str, ...]]:
    """Yield the path of each row: a „davon“ belongs to the row before it, a row to the heading above it."""
    section, whole = "", ""
    for name, row in zip(names, cells, strict=True):
        if not any(cell.number or (cell.is_gap and not cell.is_nothing) for cell in row):
            section, whole = name, ""
        elif role_of(name).is_part:
            yield tuple(part for part in (section, whole, name) if part)
            continue
        else:
            whole = name
        yield (name,) if name == section else tuple(part for part in (section, name) if part)
