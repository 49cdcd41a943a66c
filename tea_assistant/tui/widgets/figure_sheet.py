"""The rows of a figures file as a table: what a cell says, what follows from others, what cannot be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cached_property
from typing import Any

from msgspec import Struct

from tea_assistant.figures.german import NO_BREAK_SPACE, value_text
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.decoding import decode
from tea_assistant.model.figures import FigureRow
from tea_assistant.services.figures.dates import GROUP, splits_of
from tea_assistant.services.forms.plan import Control, FieldPlan, fields_of
from tea_assistant.store.schema import Schema
from tea_assistant.tui.widgets.figure_cells import read_cell, share_in, stored_in, value_in
from tea_assistant.tui.widgets.figure_contradictions import (
    Contradiction,
    RowKey,
    between_rows,
    row_contradictions,
)
from tea_assistant.tui.widgets.record_columns import count_text, shown

NOTE, SHARE = "note", "share"
_WITHOUT_GROUP = "ohne Gruppe"
_NARROWEST = 7


class Kind(Enum):
    """What stands in a column."""

    LABEL = auto()
    COUNT = auto()
    SHARE = auto()


class SheetColumn(Struct, frozen=True):
    """A column: the key of its values in a row, and its heading."""

    kind: Kind
    key: str
    title: str
    help: str = ""


class SheetCell(Struct, frozen=True):
    """What a cell shows."""

    text: str = ""
    derived: bool = False
    """Computed from other cells."""
    wrong: bool = False
    """It cannot be so."""


def columns_of(item: Schema) -> tuple[SheetColumn, ...]:
    """Return the columns that the schema of a row asks for, and the share that follows from them."""
    plans = [plan for plan in fields_of(item, ()) if plan.control is Control.CELL]
    counts = [SheetColumn(Kind.COUNT, str(plan.path[0]), plan.title, plan.help) for plan in plans]
    label = SheetColumn(Kind.LABEL, GROUP, str(item.get("properties", {}).get(GROUP, {}).get("title", "")))
    share = SheetColumn(Kind.SHARE, SHARE, "Frauenanteil", "Der Anteil der Frauen wird ausgerechnet.")
    return (label, *counts, share)


class FigureSheet:
    """A look at the rows of one reference date; it changes nothing."""

    def __init__(self, application: Application, item: Schema, records: Sequence[object]) -> None:
        self.application = application
        self.item = item
        self.records = tuple(records)
        self.columns = columns_of(item)
        self.rows = tuple(decode(FigureRow, record) for record in records)
        self._plans = {str(plan.path[0]): plan for plan in fields_of(item, ())}
        self._splits = splits_of(item)
        self._titles = {column.key: column.title for column in self.columns}

    def with_cells(self, cells: Mapping[tuple[int, str], object]) -> "FigureSheet":
        """Return the sheet as it would be with other values in some cells, named by row and key."""
        records = list(self.records)
        for (at, key), value in cells.items():
            record = records[at]
            records[at] = {**record, key: value} if isinstance(record, Mapping) else {key: value}
        return FigureSheet(self.application, self.item, records)

    def column(self, key: str) -> int | None:
        """Return the number of the column that holds a key; None where none does."""
        return next((at for at, column in enumerate(self.columns) if column.key == key), None)

    # What stands there

    def title(self, at: int) -> str:
        """Return the group of a row with all that narrows it down."""
        return ", ".join((self._group(at), *self._split_texts(at)))

    def splits(self, at: int) -> str:
        """Return what narrows the group of a row down; empty where it is counted as a whole."""
        return ", ".join(self._split_texts(at))

    def label(self, at: int) -> tuple[str, bool]:
        """Return what names a row in the table, and whether it belongs to the group named above it."""
        splits = self.splits(at)
        belongs = bool(splits) and at > 0 and self.rows[at - 1].group == self.rows[at].group
        return (splits, True) if belongs else (self.title(at), False)

    def cell(self, at: int, column: int) -> SheetCell:
        """Return what a cell shows."""
        spec = self.columns[column]
        if spec.kind is Kind.LABEL:
            return SheetCell(self.title(at))
        value = self.value(at, column)
        text = "" if value is None else value_text(value)
        if spec.kind is Kind.SHARE:
            return SheetCell(text, derived=value is not None and not value.published)
        stored = stored_in(self.records[at], spec.key)
        if stored is None:
            return SheetCell(text, derived=True)
        text = count_text(stored)
        cannot_be = any(spec.key in c.counts for c in self.contradictions(at)) or bool(
            read_cell(text).problem
        )
        return SheetCell(text, wrong=cannot_be)

    def copied(self, at: int, column: int) -> str:
        """Return what a cell is for a spreadsheet: numbers without points, percentages with a comma."""
        value = self.value(at, column)
        if value is None or value.number is None or value.is_share:
            return self.cell(at, column).text.replace(NO_BREAK_SPACE, " ")
        return str(value.number)

    def table(self) -> Iterator[list[str]]:
        """Yield the headings and all rows for a spreadsheet."""
        yield [column.title for column in self.columns]
        for at in range(len(self.rows)):
            yield [self.copied(at, column) for column in range(len(self.columns))]

    def value(self, at: int, column: int) -> Value | None:
        """Return the value of a cell, given or derived; None where there is none."""
        spec, row = self.columns[column], self.rows[at]
        match spec.kind:
            case Kind.COUNT:
                return value_in(row, spec.key)
            case Kind.SHARE:
                return share_in(row)
        return None

    def note(self, at: int) -> str:
        """Return the note on a row."""
        return self.rows[at].note

    def contradictions(self, at: int) -> Sequence[Contradiction]:
        """Return what cannot be in a row."""
        return self._contradictions[at]

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """How many characters each column needs; the first names the rows and takes what is left."""
        return tuple(self._width(column) for column in self.columns)

    def _width(self, column: SheetColumn) -> int:
        stored = (
            [stored_in(record, column.key) for record in self.records] if column.kind is Kind.COUNT else []
        )
        largest = max((value for value in stored if isinstance(value, int)), default=0)
        # A derived count may have a digit more, and stands in brackets.
        return max(len(column.title), len(count_text(largest)) + 2, _NARROWEST) + 1

    # Who was counted

    def key(self, at: int) -> RowKey:
        """Return what tells a row from the others."""
        return self._keys[at]

    @cached_property
    def _keys(self) -> tuple[RowKey, ...]:
        return tuple(row_key(self._splits, record) for record in self.records)

    @cached_property
    def _contradictions(self) -> tuple[tuple[Contradiction, ...], ...]:
        first: dict[RowKey, int] = {}
        for at, key in enumerate(self._keys):
            first.setdefault(key, at)
        return tuple(
            (
                *row_contradictions(row, self._titles),
                *(
                    Contradiction(found.counts, f"{found.text}: Zeile {other + 1}, {self.title(other)}.")
                    for found, other in between_rows(at, self._keys, self.rows, first)
                ),
            )
            for at, row in enumerate(self.rows)
        )

    def _group(self, at: int) -> str:
        plan, group = self._plans.get(GROUP), stored_in(self.records[at], GROUP)
        return (shown(plan, self.application, group) if plan else "") or _WITHOUT_GROUP

    def _split_texts(self, at: int) -> Iterator[str]:
        for plan in self._splits:
            text = shown(plan, self.application, stored_in(self.records[at], str(plan.path[0])))
            if text:
                yield text


def row_key(splits: Iterable[FieldPlan], record: object) -> RowKey:
    """Return what tells a row from the others: its group and its splits, but not their order."""
    found = ((str(p.path[0]), stored_in(record, str(p.path[0]))) for p in splits)
    narrowed: dict[str, Any] = {name: value for name, value in found if value not in (None, "")}
    group = stored_in(record, GROUP)
    return str(group or ""), frozenset((name, str(value)) for name, value in narrowed.items())
