"""Sums down a column: groups with their subtotals, totals of subtotals, totals above their parts.

What a total sums up is not guessed from its place alone: of all that it may sum up, the one is taken that
most of its columns confirm. Only then a column that does not agree is an error.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from tea_assistant.figures.audit.finding import SUM_DOWN, AuditFinding, of_cell
from tea_assistant.figures.audit.numbers import number_text
from tea_assistant.figures.audit.row_tree import children_of
from tea_assistant.figures.audit.table import Cell, Column, Row, Table

_SHOWN_TERMS = 8
_SLIP = 10
"""One part in so many: a slip of the pen is rarely larger."""


class Terms(Struct):
    """Rows that may be summed up, added up as they come."""

    columns: Sequence[Column]
    rows: list[Row] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)
    unknown: list[bool] = field(default_factory=list)
    """For each column whether a cell of it holds a mark for a number that is not told."""
    blank: list[bool] = field(default_factory=list)
    """For each column whether a cell of it is empty, which may mean none."""

    def __post_init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin again with nothing."""
        self.rows = []
        self.sums = [0] * len(self.columns)
        self.unknown = [False] * len(self.columns)
        self.blank = [False] * len(self.columns)

    def add(self, row: Row) -> None:
        """Add a row to what is summed up."""
        self.rows.append(row)
        for number, column in enumerate(self.columns):
            cell = row.cells[column.at]
            if cell.count is not None:
                self.sums[number] += cell.count
            else:
                self.unknown[number] |= not cell.is_nothing
                self.blank[number] |= not cell.source.text


def audit_down(table: Table) -> Iterator[AuditFinding]:
    """Yield every total that its rows do not add up to."""
    if table.is_turned or not table.counts:
        return
    # A parent among the rows („LG 1“ over „LG 1.1“) is a total without the word.
    parents = children_of(table.leading)
    children = {child.at for below in parents.values() for child in below}
    by_at = {row.at: row for row in table.rows}
    for at, below in parents.items():
        terms = Terms(table.counts)
        for row in below:
            terms.add(row)
        yield from _compare(table, by_at[at], [terms])
    yield from _totals(table, children)


def _totals(table: Table, children: set[int]) -> Iterator[AuditFinding]:
    since_total, leaves, subtotals = (Terms(table.counts) for _ in range(3))
    above: Row | None = None
    is_first = True
    count = sum(row.is_total for row in table.rows)
    for row in table.rows:
        if row.is_section:
            yield from _compare(table, above, [since_total])
            above, is_first = None, True
            since_total.clear()
        elif row.is_total and is_first:
            above, is_first = row, False
            subtotals.add(row)
        elif row.is_total:
            yield from _compare(table, row, [since_total, subtotals, leaves], is_only=count == 1)
            if above is None:
                subtotals.add(row)
            since_total.clear()
        elif not (row.is_part or row.is_other or row.at in children):
            is_first = False
            since_total.add(row)
            leaves.add(row)
    yield from _compare(table, above, [since_total])


def _compare(
    table: Table, total: Row | None, candidates: Sequence[Terms], *, is_only: bool = False
) -> Iterator[AuditFinding]:
    """Take what most columns of a total confirm, and report the others."""
    best, matched, tested = None, 0, 0
    if total is None:
        return
    for terms in candidates:
        if not terms.rows:
            continue
        told = [_agrees(total.cells[c.at], terms, n) for n, c in enumerate(terms.columns)]
        agreed, known = sum(answer is True for answer in told), sum(answer is not None for answer in told)
        if best is None or agreed > matched:
            best, matched, tested = terms, agreed, known
    if best is None or not tested:
        return
    if 2 * matched > tested or (is_only and _is_a_slip(total, best, matched, tested)):
        for number, column in enumerate(best.columns):
            if _agrees(total.cells[column.at], best, number) is False:
                yield _finding(table, total, column, best, best.sums[number])


def _is_a_slip(total: Row, terms: Terms, matched: int, tested: int) -> bool:
    """Tell whether the only total of a table is meant as a sum, where its few columns can hardly confirm it.

    Rows that overlap are added up to something quite different from their total.
    """
    if tested > 2 or len(terms.rows) < 2:
        return False
    counts = [(total.cells[column.at].count, terms.sums[n]) for n, column in enumerate(terms.columns)]
    return 2 * matched == tested or all(
        count is None or abs(count - summed) * _SLIP <= count for count, summed in counts
    )


def _agrees(cell: Cell, terms: Terms, number: int) -> bool | None:
    """Tell whether a total is the sum of its column; None where that cannot be told, or all is nothing."""
    total = cell.count
    if total is None or terms.unknown[number] or not (total or terms.sums[number]):
        return None
    if total != terms.sums[number] and (terms.blank[number] or (cell.number and cell.number.noted)):
        return None
    return total == terms.sums[number]


def _finding(table: Table, total: Row, column: Column, terms: Terms, summed: int) -> AuditFinding:
    numbers = [number_text(row.cells[column.at].count or 0) for row in terms.rows]
    shown = " + ".join(numbers) if len(numbers) <= _SHOWN_TERMS else f"{len(numbers)} Zeilen"
    right = number_text(summed)
    printed = total.cells[column.at].source
    first, last = terms.rows[0].cells[column.at].source.line, terms.rows[-1].cells[column.at].source.line
    return of_cell(
        SUM_DOWN,
        table,
        total,
        column,
        recomputed=right,
        calculation=f"{shown} = {right}",
        message=f"Die Summe stimmt nicht: Zeile {first} bis {last} ergeben {right} statt {printed.text}.",
        hint="Eine der Zahlen ist falsch, oder eine Zeile fehlt.",
    )
