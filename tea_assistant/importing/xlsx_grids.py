"""Tables in Excel workbooks: results of formulas, numbers as printed, merged cells marked."""

import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.cell_names import cell_name
from tea_assistant.importing.number_formats import printed
from tea_assistant.importing.reading import Reading
from tea_assistant.importing.sheet_tables import tables
from tea_assistant.importing.xlsx_archive import (
    BROKEN,
    REPAIR,
    merged_ranges,
    opened,
    row_beyond,
    uncomputed,
)
from tea_assistant.model.grid import Grid, GridCell

Row = list[GridCell]
_LAST_ROW = 1_048_576
"""No sheet is longer; a broken one may say so, and openpyxl fills the gap."""
FORMULA = "="
"""What stands in a cell whose formula was saved without its result."""


def read(name: str, data: bytes) -> Reading:
    """Read the tables of all visible sheets; raises `ForeignFileError` where the file cannot be read."""
    with opened(name, data) as archive, warnings.catch_warnings():
        # It warns in English of looks that it does not know; nothing of that concerns the cells.
        warnings.simplefilter("ignore")
        try:
            return _read(name, data, archive)
        except ForeignFileError:
            raise
        except Exception as error:  # openpyxl raises whatever a broken file leads it to
            raise ForeignFileError(BROKEN, file=name, hint=REPAIR) from error


def _read(name: str, data: bytes, archive: ZipFile) -> Reading:
    from openpyxl import load_workbook  # noqa: PLC0415 (costs 200 ms, and most files are none)

    workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    grids: list[Grid] = []
    notes: list[str] = []
    refused: list[ForeignFileError] = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            notes.append(f"Das ausgeblendete Blatt „{sheet.title}“ wurde nicht gelesen.")
            continue
        try:
            grids += tables(_rows(name, sheet, archive), name, sheet.title)
        except ForeignFileError as error:
            refused.append(error)
    workbook.close()
    if refused and not grids:
        raise refused[0]
    # Beside the evaluation there is often the list that it was made from.
    return Reading(tuple(grids), (*notes, *(f"{error.message} Es wurde nicht gelesen." for error in refused)))


def _rows(name: str, sheet: Any, archive: ZipFile) -> list[Row]:
    xml = archive.read(sheet._worksheet_path)  # noqa: SLF001 (nothing public says which part holds a sheet)
    # Reading all cells only to find that they are too many takes a minute.
    if beyond := row_beyond(xml, limits.MAX_ROWS):
        raise limits.too_many_rows(name, cell_name(1, beyond), sheet.title)
    missing = uncomputed(xml)
    # What a file says of its own size is often wrong.
    sheet.reset_dimensions()
    rows: list[Row] = []
    filled = cells = 0
    for line, found in enumerate(sheet.iter_rows(), start=1):
        if line > _LAST_ROW:
            raise ForeignFileError(BROKEN, file=name, hint=REPAIR)
        row = list(_cells(found, line, missing))
        filled += any(cell.text for cell in row)
        cells += len(row)
        too_wide = any(cell.text for cell in row[limits.MAX_COLUMNS :])
        if too_wide or filled > limits.MAX_ROWS or cells > limits.MAX_CELLS:
            column = limits.MAX_COLUMNS + 1 if too_wide else 1
            raise limits.too_many_rows(name, cell_name(column, line), sheet.title)
        rows.append(row)
    _mark_merged(rows, merged_ranges(xml))
    return rows


def _cells(found: Sequence[object], line: int, missing: frozenset[str]) -> Iterator[GridCell]:
    for column, cell in enumerate(found, start=1):
        value = getattr(cell, "value", None)
        if value is None:
            text = FORMULA if missing and cell_name(column, line) in missing else ""
            yield GridCell(text, line, column)
        else:
            text, number = printed(value, getattr(cell, "number_format", None))
            yield GridCell(text, line, column, number)


def _mark_merged(rows: list[Row], ranges: Sequence[str]) -> None:
    from openpyxl.utils import range_boundaries  # noqa: PLC0415 (loaded by now)

    left = limits.MAX_CELLS
    for merged in ranges:
        first_column, first_row, last_column, last_row = (int(n or 0) for n in range_boundaries(merged))
        for line in range(first_row, min(last_row, len(rows)) + 1):
            row = rows[line - 1]
            for column in range(first_column, min(last_column, limits.MAX_COLUMNS) + 1):
                left -= 1
                if left < 0:
                    # Ranges cannot overlap in a sound file, so no more of them fit on it.
                    return
                if (line, column) != (first_row, first_column):
                    _cover(row, line, column, (first_row, first_column))


def _cover(row: Row, line: int, column: int, origin: tuple[int, int]) -> None:
    row += (GridCell("", line, at) for at in range(len(row) + 1, column + 1))
    row[column - 1] = GridCell("", line, column, merged=True, origin=origin)
