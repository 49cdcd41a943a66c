"""The same figure printed differently in two tables of one document.

Two tables tell of the same people where they bear the same title, or where their rows have the same names and
nearly all their numbers agree. Only then a number that differs is a contradiction.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tea_assistant.figures.audit.finding import TWO_TABLES, AuditFinding, of_cell
from tea_assistant.figures.audit.keys import Key, Keyed, both, keyed_cells, row_names
from tea_assistant.figures.audit.numbers import PrintedNumber
from tea_assistant.figures.audit.share_columns import ShareRelation
from tea_assistant.figures.audit.table import Table
from tea_assistant.figures.audit.words import words_of

_MOST_COMPARED = 20
"""Tables of one title or with the same rows: each is compared with so many before it."""
_MOST_ROWS = 500
"""Longer tables are lists, and lists repeat nothing."""
_FEWEST = 4
_RATIO = 0.8

Understood = tuple[Table, Sequence[ShareRelation]]


def audit_two_tables(tables: Sequence[Understood]) -> Iterator[AuditFinding]:
    """Yield every number that another table of the document prints differently."""
    groups: defaultdict[tuple[str, frozenset[str]], list[Mapping[Key, Keyed]]] = defaultdict(list)
    for table, relations in tables:
        if len(table.rows) > _MOST_ROWS:
            continue
        cells = keyed_cells(table, relations)
        told = set[Keyed]()
        for key in (("title", words_of(table.title)), ("rows", row_names(table))):
            if not key[1]:
                continue
            for earlier in reversed(groups[key][-_MOST_COMPARED:]):
                for finding, cell in _compared(earlier, cells, same_title=key[0] == "title"):
                    if cell not in told:
                        told.add(cell)
                        yield finding
            groups[key].append(cells)


def _compared(
    earlier: Mapping[Key, Keyed], later: Mapping[Key, Keyed], *, same_title: bool
) -> Iterator[tuple[AuditFinding, Keyed]]:
    pairs = [(one, two) for one, two in both(earlier, later) if one.number.scaled or two.number.scaled]
    differing = [(one, two) for one, two in pairs if not _agree(one.number, two.number)]
    agreeing = len(pairs) - len(differing)
    if same_title:
        is_same = agreeing >= 2 and 2 * agreeing > len(pairs)
    else:
        is_same = agreeing >= _FEWEST and agreeing >= _RATIO * len(pairs)
    if is_same:
        for one, two in differing:
            yield _finding(one, two), two


def _agree(one: PrintedNumber, two: PrintedNumber) -> bool:
    """Tell whether two numbers are the same at the precision of the coarser one."""
    coarse, fine = (one, two) if one.digits <= two.digits else (two, one)
    step: int = 10 ** (fine.digits - coarse.digits)
    return abs(2 * coarse.scaled * step - 2 * fine.scaled) <= step - (step == 1)


def _finding(one: Keyed, two: Keyed) -> AuditFinding:
    theirs = one.row.cells[one.column.at].source
    own = two.row.cells[two.column.at].source
    return of_cell(
        TWO_TABLES,
        two.table,
        two.row,
        two.column,
        recomputed=theirs.text,
        calculation=f"Zeile {theirs.line}: {theirs.text}",
        message=f"Dieselbe Zahl steht in einer anderen Tabelle anders: {own.text} hier, "
        f"{theirs.text} in Zeile {theirs.line}.",
        other=(one.table, theirs),
        hint="Eine der beiden Zahlen ist falsch, oder die Tabellen zählen Verschiedenes und sagen es nicht.",
    )
