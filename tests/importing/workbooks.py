"""Workbooks as offices make them, built for the tests."""

import io

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def as_bytes(workbook: Workbook) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def sheet(workbook: Workbook, title: str, rows: list[list[object]]) -> Worksheet:
    made: Worksheet = workbook.create_sheet(title)
    for row in rows:
        made.append(row)
    return made


def empty() -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    return workbook


def staff() -> Workbook:
    """A caption over merged cells, two rows of head, percentages, a total, and a hidden sheet."""
    workbook = empty()
    made = sheet(
        workbook,
        "Übersicht („2024“)",
        [
            ["Mitarbeiter*innen und Bürger*innen [/x] zum 31.12.2024"],
            [],
            ["Gruppe", "Vollzeit", None, "Teilzeit", None, "Frauenanteil"],
            [None, "Frauen", "Männer", "Frauen", "Männer", "in %"],
            ["Beschäftigte", 1190, 1155, 800, 200, 0.594],
            ["Führungskräfte", 60, 90, 21, 4, 0.4629],
            [],
            ["gesamt", 1250, 1245, 821, 204, 0.5883],
        ],
    )
    for cells in ("A1:F1", "A3:A4", "B3:C3", "D3:E3"):
        made.merge_cells(cells)
    for row in range(5, 9):
        made.cell(row, 6).number_format = "0.00%"
        made.cell(row, 2).number_format = "#,##0"
    sheet(workbook, "Geheim", [["a", "b"], ["c", 1]]).sheet_state = "hidden"
    return workbook
