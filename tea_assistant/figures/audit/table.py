"""A table as the audit understands it: columns with roles, rows with totals, cells with numbers."""

from functools import cached_property

from msgspec import Struct

from tea_assistant.figures.audit.numbers import PrintedNumber, is_gap, is_nothing, read_number
from tea_assistant.figures.audit.words import Role
from tea_assistant.model.grid import Grid, GridCell


class Cell(Struct, frozen=True):
    """One cell with the number that it prints, if any."""

    source: GridCell
    number: PrintedNumber | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether it is blank or a dash."""
        return is_nothing(self.source.text)

    @property
    def is_gap(self) -> bool:
        """Whether it holds no value at all."""
        return is_gap(self.source.text)

    @property
    def count(self) -> int | None:
        """The number as a count of people; None for shares, fractions and text."""
        number = self.number
        return None if number is None or number.percent or number.digits else number.scaled


def cell_of(source: GridCell) -> Cell:
    """Read the number of a cell."""
    return Cell(source, read_number(source.text) if source.text else None)


class Column(Struct, frozen=True):
    """One column of numbers with what its head says."""

    at: int
    path: tuple[str, ...]
    """The labels of its head from above to below, inherited ones included."""
    role: Role
    head: tuple[GridCell, ...] = ()
    """Its own cells in the head."""

    @property
    def label(self) -> str:
        """The labels in one line."""
        return " / ".join(self.path)


class Row(Struct, frozen=True):
    """One row of numbers with its label."""

    at: int
    label: str
    cells: tuple[Cell, ...]
    is_total: bool = False
    is_part: bool = False
    """„davon …“: a part of the row before, so no part of a sum."""
    is_section: bool = False
    """Only a heading inside the table."""
    is_other: bool = False
    """A share or an average, which no sum contains."""


class Table(Struct, frozen=True, dict=True):
    """One table of numbers; where its rows and columns were swapped to be understood, `is_turned` says so."""

    grid: Grid
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    is_turned: bool = False
    number: int = 0
    """Its place among the tables of its document."""

    @cached_property
    def line(self) -> int:
        """Where it begins in the file."""
        return self.grid.rows[0][0].line

    @cached_property
    def counts(self) -> tuple[Column, ...]:
        """The columns that hold counts of people."""
        return tuple(
            column
            for column in self.columns
            if not (column.role.is_share or column.role.is_other)
            and any(row.cells[column.at].count is not None for row in self.rows)
        )

    @cached_property
    def shares(self) -> tuple[Column, ...]:
        """The columns that hold shares."""
        return tuple(column for column in self.columns if column.role.is_share and not column.role.is_other)

    @cached_property
    def leading(self) -> tuple[Row, ...]:
        """The rows with numbers of their own."""
        return tuple(row for row in self.rows if not row.is_section)
