"""Tables in CSV files, with whatever delimiter and encoding they were saved."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.cell_names import cell_name
from tea_assistant.importing.sheet_tables import tables
from tea_assistant.model.grid import Grid, GridCell

_DELIMITERS = ";\t|,"
"""The most telling first: a comma also stands inside German numbers."""
_SAMPLE_LINES = 100
_SAMPLE_CHARACTERS = 200_000
_DECLARED = "sep="
"""Excel's own first line to name the delimiter."""


def grids(name: str, text: str) -> tuple[Grid, ...]:
    """Read the tables of a CSV file; raises `ForeignFileError` where it cannot be split into cells."""
    delimiter, skipped = _declared(text) or (_delimiter(text), 0)
    return tables(list(_rows(name, text, delimiter, skipped)), name)


def _declared(text: str) -> tuple[str, int] | None:
    first = text[: len(_DECLARED) + 1]
    if not first.lower().startswith(_DECLARED) or first[-1] not in _DELIMITERS:
        return None
    return first[-1], 1


def _delimiter(text: str) -> str:
    lines = text[:_SAMPLE_CHARACTERS].splitlines()[:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda delimiter: _agreement(lines, delimiter))


def _agreement(lines: list[str], delimiter: str) -> int:
    """Count the lines that a delimiter splits into the same number of cells, more than one."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0)


def _rows(name: str, text: str, delimiter: str, skipped: int) -> Iterator[list[GridCell]]:
    lines = StringIO(text, newline="")
    for _ in range(skipped):
        lines.readline()
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    filled = cells = 0
    while True:
        line = skipped + reader.line_num + 1
        try:
            values = next(reader, None)
        except csv.Error as error:
            raise ForeignFileError(
                "Diese Zeile lässt sich nicht in Zellen teilen: Ein Anführungszeichen ist nicht geschlossen "
                "oder steht mitten in einer Zelle.",
                file=name,
                line=line,
                hint="Bitte die Datei in Excel öffnen und neu als CSV speichern.",
            ) from error
        if values is None:
            return
        row = [GridCell(" ".join(v.split()), line, n) for n, v in enumerate(values, start=1)]
        filled += any(cell.text for cell in row)
        cells += len(row)
        if filled > limits.MAX_ROWS or len(row) > limits.MAX_COLUMNS or cells > limits.MAX_CELLS:
            column = limits.MAX_COLUMNS + 1 if len(row) > limits.MAX_COLUMNS else 1
            raise limits.too_many_rows(name, cell_name(column, line))
        yield row
