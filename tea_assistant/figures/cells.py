"""Finding the cell of a figures file that an indicator names."""

from msgspec.structs import replace

from tea_assistant.figures.employment import by_employment
from tea_assistant.model.catalogue import CellSelector
from tea_assistant.model.figures import COUNTS, FigureRow, FigureSet, PublishedPercent, row_key

Cell = int | PublishedPercent


def row_of(selector: CellSelector, figures: FigureSet) -> FigureRow | None:
    """Return the row that a selector names: its splits match, and every other split is empty."""
    numbers = figures.numbers.get(row_key(selector))
    return figures.rows[numbers[0]] if numbers else None


def cell_of(selector: CellSelector, figures: FigureSet) -> Cell | None:
    """Return the cell that a selector names, derived where it is missing and follows from others.

    First from the rest of its row, then from the rows of the other employment: all are full and part time,
    part time is above and below half.
    """
    if selector not in figures.found:
        figures.found[selector] = _looked_for(selector, figures)
    return figures.found[selector]


def _looked_for(selector: CellSelector, figures: FigureSet) -> Cell | None:
    row = row_of(selector, figures)
    found = None if row is None else count_in(row, selector.count)
    if found is not None or selector.count not in COUNTS:
        return found
    return count_in(_completed(row or FigureRow(), selector, figures), selector.count)


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


def derivation(selector: CellSelector, figures: FigureSet) -> str:
    """Say in German how a missing count was derived; empty where it is given, or cannot be."""
    row = row_of(selector, figures)
    if row is not None and count_in(row, selector.count) is not None:
        if getattr(row, selector.count) is not None:
            return ""
        return "als Summe berechnet" if selector.count == "total" else "aus den übrigen der Zeile berechnet"
    return "aus Vollzeit und Teilzeit berechnet" if cell_of(selector, figures) is not None else ""


def _completed(row: FigureRow, selector: CellSelector, figures: FigureSet) -> FigureRow:
    """Fill in what follows from the other employment; nothing where that contradicts the row."""

    def counted(employment: str, count: str) -> int | None:
        other = row_of(replace(selector, employment=employment), figures)
        cell = None if other is None else count_in(other, count)
        return cell if isinstance(cell, int) else None

    def told(count: str, given: Cell | None) -> Cell | None:
        if given is not None:
            return given
        return by_employment(selector.employment, lambda employment: counted(employment, count))

    completed = replace(
        row,
        total=told("total", row.total),
        women=told("women", row.women),
        men=told("men", row.men),
        diverse=told("diverse", row.diverse),
    )
    return completed if _adds_up(completed) else row


def _adds_up(row: FigureRow) -> bool:
    sexes = [cell for cell in (row.women, row.men, row.diverse) if isinstance(cell, int)]
    if not isinstance(row.total, int):
        return True
    return sum(sexes) == row.total if len(sexes) == len(COUNTS) - 1 else sum(sexes) <= row.total


def _sum(*cells: Cell | None) -> int | None:
    # A published percentage is never used to compute another value.
    counts = [cell for cell in cells if isinstance(cell, int)]
    return sum(counts) if len(counts) == len(cells) else None
