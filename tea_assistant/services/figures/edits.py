"""Changes to the rows of a figures file, as the table of figures makes them."""

from collections.abc import Mapping, Sequence
from typing import Any

from tea_assistant.model.source import Path
from tea_assistant.store.yaml.writer import REMOVE, Change

ROWS: Path = ("rows",)
_CAREFUL = 200
"""So many cells are written one by one, each in its place in the text; more at once would take seconds."""


def cell_changes(
    text: str,
    rows: Sequence[Any],
    cells: Mapping[tuple[int, str], object],
    new: Sequence[Mapping[str, Any]] = (),
) -> list[Change]:
    """Return the changes that put values into cells named by row and key, and `new` rows at the end.

    None empties a cell. `text` is the file as it stands: where it holds comments, every cell is written for
    itself, however many there are.
    """
    wanted = {
        (at, key): value for (at, key), value in cells.items() if value is not None or _holds(rows, at, key)
    }
    if len(wanted) + len(new) > _CAREFUL and "#" not in text:
        written = [*(_with(row, at, wanted) for at, row in enumerate(rows)), *new]
        # Taken away and put in again, the list is written in one go.
        return [Change(ROWS, REMOVE), Change(ROWS, written)]
    if not rows:
        return [Change(ROWS, list(new))] if new else []
    return [
        *(
            Change((*ROWS, at, key), REMOVE if value is None else value)
            for (at, key), value in wanted.items()
        ),
        *(Change((*ROWS, at), row) for at, row in enumerate(new, len(rows))),
    ]


def added_rows(rows: Sequence[Any], at: int, new: Sequence[Mapping[str, Any]]) -> list[Change]:
    """Return the change that puts rows in before the row `at`."""
    return [Change(ROWS, [*rows[:at], *new, *rows[at:]])]


def removed_rows(rows: Sequence[Any], first: int, last: int) -> list[Change]:
    """Return the changes that take out the rows from `first` to `last`; the list itself stays."""
    left = [*rows[:first], *rows[last + 1 :]]
    if not left:
        return [Change(ROWS, [])]
    return [Change((*ROWS, at), REMOVE) for at in range(last, first - 1, -1)]


def moved_row(rows: Sequence[Any], at: int, to: int) -> list[Change]:
    """Return the change that lets a row change places with its neighbour."""
    ordered = list(rows)
    ordered[at], ordered[to] = ordered[to], ordered[at]
    return [Change(ROWS, ordered)]


def _holds(rows: Sequence[Any], at: int, key: str) -> bool:
    return isinstance(rows[at], Mapping) and key in rows[at]


def _with(row: Any, at: int, cells: Mapping[tuple[int, str], object]) -> Any:
    own = {key: value for (index, key), value in cells.items() if index == at}
    if not own:
        return row
    merged = {**(row if isinstance(row, Mapping) else {}), **own}
    return {key: value for key, value in merged.items() if value is not None}
