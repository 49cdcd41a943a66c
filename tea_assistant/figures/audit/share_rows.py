"""The counts that a printed share rests on: those of its own row, or of the group that it stands for."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.figures.audit.numbers import PrintedNumber, share_scaled
from tea_assistant.figures.audit.table import Column, Row, Table


class Counts(Struct, frozen=True):
    """A part and its whole."""

    part: int
    whole: int

    def fit(self, number: PrintedNumber, hundred: int = 100) -> bool:
        """Tell whether a printed share is theirs, rounded half up."""
        if self.whole <= 0:
            return False
        return number.scaled == share_scaled(self.part, self.whole, number.digits, hundred)


class ShareCell(Struct, frozen=True):
    """A printed share with all counts that it may rest on."""

    row: Row
    number: PrintedNumber
    own: Counts | None
    group: Counts | None = None
    """Those of the total below, where the total prints no share of its own: a cell merged over the group."""
    is_first: bool = False
    """The first share that the group prints."""


def share_cells(table: Table, share: Column, part: Column, whole: Column) -> Iterator[ShareCell]:
    """Yield the printed shares of a column with their counts, as if part and whole were these columns."""
    group: list[Row] = []
    for row in table.leading:
        group.append(row)
        if row.is_total:
            yield from _of_group(group, row, share, part, whole)
            group = []
    yield from _of_group(group, None, share, part, whole)


def _of_group(
    rows: list[Row], total: Row | None, share: Column, part: Column, whole: Column
) -> Iterator[ShareCell]:
    together = None
    if total is not None and total.cells[share.at].is_gap:
        together = counts_in(total, part, whole)
    is_first = True
    for row in rows:
        number = row.cells[share.at].number
        if number is not None:
            yield ShareCell(row, number, counts_in(row, part, whole), together, is_first)
            is_first = False


def counts_in(row: Row, part: Column, whole: Column) -> Counts | None:
    """Return the counts of a row; None where one of them is not printed."""
    some, everybody = row.cells[part.at].count, row.cells[whole.at].count
    return None if some is None or everybody is None else Counts(some, everybody)
