"""Finding the cell of a figures file that an indicator names."""

from tea_assistant.model.catalogue import CellSelector
from tea_assistant.model.figures import FigureRow, FigureSet, PublishedPercent

Cell = int | PublishedPercent


def row_of(selector: CellSelector, figures: FigureSet) -> FigureRow | None:
    """Return the row that a selector names: its splits match, and every other split is empty."""
    return next((row for row in figures.rows if _matches(row, selector)), None)


def cell_of(selector: CellSelector, figures: FigureSet) -> Cell | None:
    """Return the cell that a selector names, derived from the rest of its row where it is missing."""
    row = row_of(selector, figures)
    return None if row is None else count_in(row, selector.count)


def count_in(row: FigureRow, count: str) -> Cell | None:
    """Return one count of a row; a single missing one is derived from the others, never two.

    A total is the sum of women and men, and of diverse where the source counts them. A sex is derived only
    where the total and both others are known: without them, nobody can say how the rest divides.
    """
    cells = {"total": row.total, "women": row.women, "men": row.men, "diverse": row.diverse}
    if count not in cells:
        return None
    if (given := cells.pop(count)) is not None:
        return given
    if count == "total":
        return _sum(row.women, row.men, 0 if row.diverse is None else row.diverse)
    total = cells.pop("total")
    others = _sum(*cells.values())
    if not isinstance(total, int) or others is None or others > total:
        return None
    return total - others


def _matches(row: FigureRow, selector: CellSelector) -> bool:
    return (
        row.group == selector.group
        and row.employment == selector.employment
        and row.age == selector.age
        and row.level == selector.level
        and not (row.status or row.career or row.pay_group or row.unit)
    )


def _sum(*cells: Cell | None) -> int | None:
    # A published percentage is never used to compute another value.
    counts = [cell for cell in cells if isinstance(cell, int)]
    return sum(counts) if len(counts) == len(cells) else None
