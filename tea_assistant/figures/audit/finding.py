"""What the audit of a table reports: the cell, what it prints, and what it should."""

from msgspec import Struct

from tea_assistant.figures.audit.table import Column, Row, Table
from tea_assistant.model.grid import GridCell

SUM_ACROSS = "TEA351"
SUM_DOWN = "TEA352"
PART_ABOVE_WHOLE = "TEA353"
WRONG_SHARE = "TEA354"
CUT_SHARE = "TEA355"
MOVED_SHARE = "TEA356"
EMPTY_GROUP = "TEA357"
TWO_TABLES = "TEA358"
PROSE = "TEA359"
CONTRARY_LABEL = "TEA360"
NOTATION = "TEA361"
IMPOSSIBLE = "TEA362"


class AuditFinding(Struct, frozen=True):
    """One number or label that cannot be right."""

    code: str
    line: int
    column: int
    row: str
    """The label of its row."""
    column_label: str
    printed: str
    recomputed: str
    calculation: str
    """How it was recomputed: „17 : 20 = 85,00 %“."""
    message: str
    """One German sentence."""
    hint: str = ""
    table: str = ""
    """The title of its table; empty for prose."""
    table_line: int = 0
    """Where its table begins; 0 for prose."""
    table_number: int = -1
    """The place of its table among those of the document; -1 for prose."""
    others: tuple[tuple[int, int, int], ...] = ()
    """The places of the cells that it contradicts."""

    @property
    def place(self) -> tuple[int, int, int]:
        """Its table, line and column: in a workbook, every sheet counts its lines from 1."""
        return (self.table_number, self.line, self.column)


def of_cell(
    code: str,
    table: Table,
    row: Row,
    column: Column,
    *,
    recomputed: str,
    calculation: str,
    message: str,
    hint: str = "",
    other: tuple[Table, GridCell] | None = None,
) -> AuditFinding:
    """Report a cell of a table; where rows and columns were swapped, they are swapped back."""
    cell = row.cells[column.at].source
    labels = (column.label, row.label) if table.is_turned else (row.label, column.label)
    return _finding(code, table, cell, labels, (recomputed, calculation, message, hint), other=other)


def of_head(
    code: str, table: Table, cell: GridCell, *, recomputed: str, message: str, hint: str
) -> AuditFinding:
    """Report a label in the head of a table, or at the left of its rows."""
    return _finding(code, table, cell, ("", cell.text), (recomputed, "", message, hint))


def _finding(
    code: str,
    table: Table,
    cell: GridCell,
    labels: tuple[str, str],
    told: tuple[str, str, str, str],
    *,
    other: tuple[Table, GridCell] | None = None,
) -> AuditFinding:
    recomputed, calculation, message, hint = told
    return AuditFinding(
        code=code,
        line=cell.line,
        column=cell.column,
        row=labels[0],
        column_label=labels[1],
        printed=cell.text,
        recomputed=recomputed,
        calculation=calculation,
        message=message,
        hint=hint,
        table=table.title,
        table_line=table.line,
        table_number=table.number,
        others=((other[0].number, other[1].line, other[1].column),) if other else (),
    )
