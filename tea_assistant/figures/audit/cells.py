"""Single cells that no table can make right: English notation, counts below nothing, shares above all."""

from collections.abc import Iterator

from tea_assistant.figures.audit.finding import IMPOSSIBLE, NOTATION, AuditFinding, of_cell
from tea_assistant.figures.audit.numbers import number_text, percent_text
from tea_assistant.figures.audit.share_columns import ShareRelation
from tea_assistant.figures.audit.table import Cell, Column, Row, Table


def audit_cells(table: Table, relations: tuple[ShareRelation, ...]) -> Iterator[AuditFinding]:
    """Yield every cell whose number is impossible or written so that it reads as another."""
    counted = set(table.counts)
    hundreds = {relation.share.at: relation.hundred for relation in relations}
    mixes = _mixes_notations(table)
    for row in table.leading:
        for column in table.columns:
            cell = row.cells[column.at]
            if cell.number is None:
                continue
            if column in counted and cell.number.scaled < 0:
                yield _negative(table, row, column)
            elif _is_above_all(cell, column, hundreds.get(column.at, 100)):
                yield _above_all(table, row, column, cell)
            elif cell.number.english and mixes:
                yield _english(table, row, column, cell)


def _mixes_notations(table: Table) -> bool:
    """Tell whether a table writes some numbers in German, so that the others are slips."""
    return any(
        "," in c.source.text and c.number and not c.number.english for r in table.rows for c in r.cells
    ) or any("." in c.source.text and c.number and not c.number.english for r in table.rows for c in r.cells)


def _is_above_all(cell: Cell, column: Column, hundred: int) -> bool:
    role, number = column.role, cell.number
    if number is None or not (role.is_share and (role.names_sex or role.limits)) or role.is_other:
        return False
    all_: int = hundred * 10**number.digits
    return number.scaled > all_


def _negative(table: Table, row: Row, column: Column) -> AuditFinding:
    printed = row.cells[column.at].source.text
    return of_cell(
        IMPOSSIBLE,
        table,
        row,
        column,
        recomputed="mindestens 0",
        calculation=f"{printed} < 0",
        message=f"Eine Anzahl von Personen kann nicht unter null liegen: {printed}.",
    )


def _above_all(table: Table, row: Row, column: Column, cell: Cell) -> AuditFinding:
    printed = cell.source.text
    return of_cell(
        IMPOSSIBLE,
        table,
        row,
        column,
        recomputed="höchstens 100 %",
        calculation=f"{printed} > 100 %",
        message=f"Ein Anteil kann nicht über 100 % liegen: {printed}.",
        hint="Prüfen Sie auch, ob Komma und Punkt richtig stehen.",
    )


def _english(table: Table, row: Row, column: Column, cell: Cell) -> AuditFinding:
    number = cell.number
    assert number is not None
    write = percent_text if number.percent else number_text
    right = write(number.scaled, number.digits)
    return of_cell(
        NOTATION,
        table,
        row,
        column,
        recomputed=right,
        calculation=f"{cell.source.text} → {right}",
        message=f"Komma und Punkt sind vertauscht: {cell.source.text} heißt auf Deutsch {right}.",
        hint="Auf Deutsch trennt der Punkt die Tausender und das Komma die Nachkommastellen.",
    )
