"""Shares against their counts: wrong, cut off instead of rounded, of an empty group, or in another's row."""

from collections.abc import Iterator, Sequence

from tea_assistant.figures.audit.finding import (
    CUT_SHARE,
    EMPTY_GROUP,
    MOVED_SHARE,
    WRONG_SHARE,
    AuditFinding,
    of_cell,
)
from tea_assistant.figures.audit.numbers import (
    PrintedNumber,
    number_text,
    percent_text,
    share_cut,
    share_scaled,
)
from tea_assistant.figures.audit.share_columns import ShareRelation
from tea_assistant.figures.audit.share_rows import Counts, ShareCell, counts_in
from tea_assistant.figures.audit.table import Row, Table

_FAR = 2
"""Totals above and below in whose rows a moved share is looked for."""


def audit_shares(table: Table, relations: Sequence[ShareRelation]) -> Iterator[AuditFinding]:
    """Yield every share that its counts do not give."""
    for relation in relations:
        yield from _of_column(table, relation)


def _of_column(table: Table, relation: ShareRelation) -> Iterator[AuditFinding]:
    rows = table.leading
    places = {row.at: number for number, row in enumerate(rows)}
    totals = [row for row in rows if row.is_total]
    after = _totals_above(rows)
    moved_before = False
    for cell in relation.cells(table):
        if _is_right(cell, relation):
            moved_before = False
            continue
        counts = _meant(cell, relation)
        if counts is None or counts.part > counts.whole:
            continue
        if cell.number.scaled == 0 and counts.whole == 0:
            yield _empty(table, relation, cell)
            continue
        around = _around(rows, places[cell.row.at], totals, after)
        origin = _origin(around, cell, relation, trivial=moved_before)
        moved_before = origin is not None
        yield (
            _moved(table, relation, cell, counts, origin) if origin else _wrong(table, relation, cell, counts)
        )


def _is_right(cell: ShareCell, relation: ShareRelation) -> bool:
    if cell.own and cell.own.fit(cell.number, relation.hundred):
        return True
    return relation.in_groups and bool(cell.group and cell.group.fit(cell.number, relation.hundred))


def _meant(cell: ShareCell, relation: ShareRelation) -> Counts | None:
    if relation.in_groups and cell.group and cell.is_first:
        return cell.group
    return cell.own


def _totals_above(rows: Sequence[Row]) -> list[int]:
    """Return for each row how many totals stand above it."""
    count, found = 0, []
    for row in rows:
        found.append(count)
        count += row.is_total
    return found


def _around(rows: tuple[Row, ...], at: int, totals: Sequence[Row], above: Sequence[int]) -> list[Row]:
    """Return the rows in which a share may belong that stands in a wrong one, the nearest first."""
    own = above[at]
    following = totals[own : own + _FAR + 1]
    before = totals[max(0, own - _FAR) : own]
    near = rows[max(0, at - 1) : at] + rows[at + 1 : at + 2]
    found = [*following, *near, *reversed(before), *totals[-1:]]
    return [row for row in found if row is not rows[at]]


def _origin(around: Sequence[Row], cell: ShareCell, relation: ShareRelation, *, trivial: bool) -> Row | None:
    """Return the row that a share was meant for; nothing and all say that only beside another moved one."""
    if not trivial and cell.number.scaled in (0, relation.hundred * 10**cell.number.digits):
        return None
    for row in around:
        counts = counts_in(row, relation.part, relation.whole)
        if counts and counts.fit(cell.number, relation.hundred):
            return row
    return None


def _share_text(number: PrintedNumber, counts: Counts, relation: ShareRelation) -> str:
    if counts.whole <= 0:
        return "–"
    scaled = share_scaled(counts.part, counts.whole, number.digits, relation.hundred)
    if relation.hundred == 1:
        return percent_text(
            share_scaled(counts.part, counts.whole, max(number.digits - 2, 0)), max(number.digits - 2, 0)
        )
    return percent_text(scaled, number.digits)


def _calculation(number: PrintedNumber, counts: Counts, relation: ShareRelation) -> str:
    division = f"{number_text(counts.part)} : {number_text(counts.whole)}"
    return f"{division} = {_share_text(number, counts, relation)}"


def _wrong(table: Table, relation: ShareRelation, cell: ShareCell, counts: Counts) -> AuditFinding:
    number = cell.number
    right = _share_text(number, counts, relation)
    is_cut = counts.whole > 0 and number.scaled == share_cut(
        counts.part, counts.whole, number.digits, relation.hundred
    )
    printed = cell.row.cells[relation.share.at].source.text
    return of_cell(
        CUT_SHARE if is_cut else WRONG_SHARE,
        table,
        cell.row,
        relation.share,
        recomputed=right,
        calculation=_calculation(number, counts, relation),
        message=f"Der Anteil ist abgeschnitten statt gerundet: {printed} statt {right}."
        if is_cut
        else f"Der Anteil passt nicht zu seinen Zahlen: {printed} statt {right}.",
        hint="Ab der Hälfte der letzten Stelle wird aufgerundet."
        if is_cut
        else "Prüfen Sie Anteil und Zahlen.",
    )


def _moved(
    table: Table, relation: ShareRelation, cell: ShareCell, counts: Counts, origin: Row
) -> AuditFinding:
    printed = cell.row.cells[relation.share.at].source
    theirs = counts_in(origin, relation.part, relation.whole) or counts
    line = origin.cells[relation.share.at].source.line
    place = "" if table.is_turned or line == printed.line else f" (Zeile {line})"
    return of_cell(
        MOVED_SHARE,
        table,
        cell.row,
        relation.share,
        recomputed=_share_text(cell.number, counts, relation),
        calculation=_calculation(cell.number, counts, relation),
        message=f"Das ist der Anteil einer anderen Gruppe: {printed.text} gehört zu „{origin.label}“{place}, "
        f"{_calculation(cell.number, theirs, relation)}.",
        hint="Wahrscheinlich sind die Anteile beim Übertragen in andere Zeilen gerutscht.",
    )


def _empty(table: Table, relation: ShareRelation, cell: ShareCell) -> AuditFinding:
    printed = cell.row.cells[relation.share.at].source.text
    return of_cell(
        EMPTY_GROUP,
        table,
        cell.row,
        relation.share,
        recomputed="–",
        calculation="0 : 0",
        message=f"Die Gruppe ist leer und hat keinen Anteil, gedruckt sind {printed}.",
        hint="Schreiben Sie „–“: 0 % hieße, dass es die Gruppe gibt.",
    )
