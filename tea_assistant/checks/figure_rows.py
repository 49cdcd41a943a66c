"""The rows of a figures file as the rules look at them: their names, and which of them split which."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.figures.cells import Cell, count_in
from tea_assistant.figures.german import number_text
from tea_assistant.model.application import Application
from tea_assistant.model.figures import (
    COUNTS,
    SPLITS,
    FigureRow,
    FigureSet,
    PublishedPercent,
    RowKey,
    row_key,
)
from tea_assistant.model.source import Path

SEXES = COUNTS[1:]
DIVIDERS = tuple(key for key in SPLITS if key not in ("employment", "training"))
"""What divides a group into parts that share nobody; employment adds up by itself, and people train twice."""
_SUMS = ("gesamt", "insgesamt", "summe", "alle")


class PlacedRow(Struct, frozen=True):
    """A row with its number in the file."""

    index: int
    row: FigureRow

    def path(self, count: str = "") -> Path:
        """Return where one of its counts stands, or else the row."""
        return ("rows", self.index, count) if count else ("rows", self.index)

    def count(self, count: str) -> int | None:
        """Return a count, derived where a single one is missing; a published percentage is none."""
        cell = count_in(self.row, count)
        return cell if isinstance(cell, int) else None


class Split(Struct, frozen=True):
    """A row, and the rows that divide it by one key."""

    whole: PlacedRow
    key: str
    parts: tuple[PlacedRow, ...]


def placed_rows(figures: FigureSet) -> tuple[PlacedRow, ...]:
    """Return the rows with their numbers."""
    return tuple(PlacedRow(index, row) for index, row in enumerate(figures.rows))


def row_with(figures: FigureSet, like: FigureRow, key: str, value: str) -> PlacedRow | None:
    """Return the row that is like another but for one key."""
    numbers = figures.numbers.get(row_key(like, **{key: value}), ())
    alike = (PlacedRow(number, figures.rows[number]) for number in numbers)
    return next((placed for placed in alike if _is_of_one_time(placed.row, like)), None)


def splits(figures: FigureSet) -> Iterator[Split]:
    """Yield every row that others divide by a key other than employment; rows that sum others up are none."""
    rows = placed_rows(figures)
    divided: dict[tuple[str, RowKey], list[PlacedRow]] = {}
    for placed in rows:
        for key in DIVIDERS:
            if getattr(placed.row, key).casefold().strip() not in ("", *_SUMS):
                divided.setdefault((key, row_key(placed.row, **{key: ""})), []).append(placed)
    for whole in rows:
        for key in DIVIDERS:
            if getattr(whole.row, key):
                continue
            found = divided.get((key, row_key(whole.row)), [])
            if parts := tuple(part for part in found if _is_of_one_time(part.row, whole.row)):
                yield Split(whole, key, parts)


def row_name(application: Application, row: FigureRow) -> str:
    """Name a row as readers do: Führungskräfte, Teilzeit, über 50."""
    group = application.catalogue.groups.get(row.group) or row.group
    said = (_split_name(application, key, getattr(row, key)) for key in SPLITS)
    return ", ".join([group, *filter(None, said)])


def count_name(application: Application, count: str) -> str:
    """Name a column as readers do: Insgesamt, Frauen."""
    return application.labels.key("figures", "rows", count)


def cell_text(cell: Cell) -> str:
    """Write a cell as German texts do: 1.990, or 43 % where only that is known."""
    if isinstance(cell, PublishedPercent):
        return f"{number_text(cell.percent, cell.digits)}\u00a0%"
    return f"{cell:,}".replace(",", ".")


def sum_text(counts: list[int]) -> str:
    """Write an addition with its result: 81 + 143 = 224."""
    return f"{' + '.join(map(cell_text, counts))} = {cell_text(sum(counts))}"


def _split_name(application: Application, key: str, value: str) -> str:
    return application.labels.value("figures", "rows", key, value) if value else ""


def _is_of_one_time(row: FigureRow, other: FigureRow) -> bool:
    # A row of another time than the rest of its file is no part of it.
    return dict(row.period) == dict(other.period)
