"""Grids as plain text, so that what was read can be looked at."""

from collections.abc import Sequence

from tea_assistant.model.grid import Grid, GridCell


def as_text(grids: Sequence[Grid]) -> str:
    """One line a row: `~` stands for a covered cell."""
    return "\n".join(line for grid in grids for line in [f"## {grid.title}".strip(), *map(_row, grid.rows)])


def _row(row: Sequence[GridCell]) -> str:
    return f"{row[0].line}: " + " | ".join(_cell(cell) for cell in row)


def _cell(cell: GridCell) -> str:
    return "~" if cell.merged else cell.text
