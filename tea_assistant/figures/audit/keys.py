"""What a cell says, in words that two tables of a document share: whose number, of which group."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tea_assistant.figures.audit.numbers import PrintedNumber
from tea_assistant.figures.audit.share_columns import ShareRelation
from tea_assistant.figures.audit.table import Column, Row, Table
from tea_assistant.figures.audit.words import Role, stem

ALL = "∑"
"""The key of the row that sums up a whole table."""

Key = tuple[str, object]


class Keyed(Struct, frozen=True):
    """One printed number with its place."""

    table: Table
    row: Row
    column: Column
    number: PrintedNumber


def keyed_cells(table: Table, relations: Sequence[ShareRelation]) -> Mapping[Key, Keyed]:
    """Return the numbers of a table by what they say; what it says twice is left out."""
    columns = _column_keys(table, relations)
    rows = _row_keys(table)
    twice = Counter(columns.values())
    return {
        (rows[row.at], columns[column.at]): Keyed(table, row, column, number)
        for row in table.leading
        if row.at in rows
        for column in table.columns
        if column.at in columns
        and twice[columns[column.at]] == 1
        and (number := row.cells[column.at].number) is not None
    }


def total_row(table: Table) -> Row | None:
    """Return the row that sums up the whole table: its last total, or its first where nothing is above."""
    rows = table.leading
    if rows and rows[-1].is_total:
        return rows[-1]
    return rows[0] if rows and rows[0].is_total else None


def row_names(table: Table) -> frozenset[str]:
    """Return by which names the rows of a table go."""
    return frozenset(_row_keys(table).values())


def _row_keys(table: Table) -> dict[int, str]:
    total = total_row(table)
    named = {row.at: _name(row.label) for row in table.leading if row.label and row is not total}
    count = Counter(named.values())
    keys = {at: name for at, name in named.items() if count[name] == 1}
    return keys | ({total.at: ALL} if total else {})


def _column_keys(table: Table, relations: Sequence[ShareRelation]) -> dict[int, object]:
    keys: dict[int, object] = {column.at: _role_key(column.role) for column in table.counts}
    for relation in relations:
        if not relation.in_groups and relation.hundred != 1:
            keys[relation.share.at] = (_role_key(relation.part.role), _role_key(relation.whole.role))
    return keys


def _role_key(role: Role) -> object:
    return role.sex, role.limits


def _name(label: str) -> str:
    return " ".join(stem(word) for word in label.lower().strip(" :*").split())


def both(one: Mapping[Key, Keyed], other: Mapping[Key, Keyed]) -> Iterator[tuple[Keyed, Keyed]]:
    """Yield what two tables both say, by fewer lookups of the shorter one."""
    first, second = (one, other) if len(one) <= len(other) else (other, one)
    for key, cell in first.items():
        if key in second:
            yield (cell, second[key]) if first is one else (second[key], cell)
