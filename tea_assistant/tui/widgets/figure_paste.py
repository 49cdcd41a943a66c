"""What of a pasted block goes where in the figures, and what of it can't be taken."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct, field

from tea_assistant.figures.german import value_text
from tea_assistant.figures.rounding import half_up
from tea_assistant.figures.values import Value
from tea_assistant.tui.plain import clean
from tea_assistant.tui.widgets.figure_blocks import Block
from tea_assistant.tui.widgets.figure_cells import CellValue, read_cell
from tea_assistant.tui.widgets.figure_sheet import FigureSheet, Kind, SheetColumn

_LONGEST_SHOWN = 120


class Placement(Struct):
    """Where the cells of a block go."""

    cells: dict[tuple[int, str], CellValue] = field(default_factory=dict)
    """(row, count) to the value."""
    refused: list[str] = field(default_factory=list)
    """German, one line each: what can't be taken, and why."""
    left_out: list[str] = field(default_factory=list)
    """German: what was left out on purpose."""
    new_rows: list[tuple[str, Mapping[str, CellValue]]] = field(default_factory=list)
    """Rows for which the table is too short: what stood to their left, and their counts."""


def place(block: Block, sheet: FigureSheet, row: int, column: int) -> Placement:
    """Find the cell for each value, from a cell of the sheet on; an empty cell leaves what is there."""
    # From the names of the rows on, the counts begin in the first column beside them.
    columns = sheet.columns[max(column, 1) :]
    found = Placement(left_out=list(_left_out(block, sheet, row, columns)))
    for index, line in enumerate(block.cells):
        at = row + index
        counts: dict[str, CellValue] = {}
        for spec, text in zip(columns, line, strict=False):
            if spec.kind is Kind.COUNT and text:
                reading = read_cell(text)
                if reading.value is not None:
                    counts[spec.key] = reading.value
                elif reading.problem:
                    where = _name(sheet, at, block.labels[index], spec)
                    found.refused.append(_ended(f"{where}: {_short(reading.problem)}"))
        if at < len(sheet.rows):
            found.cells |= {(at, key): value for key, value in counts.items()}
        elif counts:
            found.new_rows.append((block.labels[index], counts))
    found.refused += _other_shares(block, sheet.with_cells(found.cells), row, columns)
    return found


def _left_out(block: Block, sheet: FigureSheet, row: int, columns: Sequence[SheetColumn]) -> Iterator[str]:
    if block.heads:
        yield "die Kopfzeile" if block.heads == 1 else f"{block.heads} Kopfzeilen"
    if any(block.labels[: max(len(sheet.rows) - row, 0)]):
        yield "die Beschriftungen links"
    if (beyond := block.width - len(columns)) > 0:
        yield "1 Spalte rechts" if beyond == 1 else f"{beyond} Spalten rechts"


def _other_shares(
    block: Block, after: FigureSheet, row: int, columns: Sequence[SheetColumn]
) -> Iterator[str]:
    """Say where a pasted share is another one than that which follows from the counts."""
    at_share = next((at for at, spec in enumerate(columns) if spec.kind is Kind.SHARE), None)
    if at_share is None or at_share >= block.width:
        return
    spec = columns[at_share]
    for at, line in enumerate(block.cells[: max(len(after.rows) - row, 0)], row):
        text = line[at_share]
        share = after.value(at, after.columns.index(spec))
        reading = read_cell(text)
        if (reading.value is not None or reading.problem) and not _agrees(share, reading.value):
            counted = value_text(share) if share else "nichts"
            where = _name(after, at, "", spec)
            yield f"{where}: „{_short(text)}“. Ausgerechnet ergibt sich {counted}."


def _agrees(share: Value | None, pasted: CellValue | None) -> bool:
    if share is None or share.number is None or not isinstance(pasted, dict):
        return False
    return half_up(share.number, pasted["digits"]) == Fraction(str(pasted["percent"]))


def _name(sheet: FigureSheet, at: int, label: str, spec: SheetColumn) -> str:
    title = sheet.title(at) if at < len(sheet.rows) else label
    return ", ".join(filter(None, (f"Zeile {at + 1}", _short(title), spec.title)))


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "…")) else f"{text}."


def _short(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
