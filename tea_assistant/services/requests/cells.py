"""How the cells of a request form look, and which of them can be filled in."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from tea_assistant.prose.printable import printable

WHOLE, ANSWER = "BCDEFG", "CDEFG"
"""The columns of a form, and those of an answer."""
DARK, MIDDLE, PALE, GREY = "1F4E5F", "DCE8EB", "F4F8F9", "5A6B70"
"""The colours of headings, of heads of columns, of questions and of explanations."""
FONT = "Calibri"
MIDDLE_LEFT = Alignment(wrap_text=True, horizontal="left", vertical="center", indent=1)
_YELLOW = "FFF7D6"
_LINE = 15.5
"""Points of a line of text."""
_HIGHEST = 400
"""Points; Excel takes hardly more."""
_MOST = 32_000
"""Characters of a cell."""
_EDGE = Side(style="thin", color="C9B458")
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_TOP = Alignment(wrap_text=True, horizontal="left", vertical="top", indent=1)


def put(sheet: Worksheet, column: str, row: int, text: str) -> Any:
    """Write a text into a cell; whatever it is, it is no formula."""
    cell = sheet[f"{column}{row}"]
    cell.value = printable(text, lines=True)[:_MOST]
    # What begins with = is text here, and no formula.
    cell.data_type = "s"
    cell.font = Font(name=FONT, size=11)
    cell.alignment = _TOP
    return cell


def merge_across(sheet: Worksheet, columns: str, row: int) -> None:
    """Join the cells of a row."""
    sheet.merge_cells(f"{columns[0]}{row}:{columns[-1]}{row}")


def fill(sheet: Worksheet, columns: str, row: int, colour: str) -> None:
    """Colour the cells of a row."""
    for column in columns:
        sheet[f"{column}{row}"].fill = PatternFill("solid", fgColor=colour)


def set_height(sheet: Worksheet, row: int, texts: Sequence[tuple[str, str]], least: float = 1) -> None:
    """Make a row as high as its texts need; nobody does so for merged cells."""
    lines = [
        sum(
            max(ceil(len(line) / sum(sheet.column_dimensions[c].width for c in columns)), 1)
            for line in text.split("\n")
        )
        for text, columns in texts
    ]
    sheet.row_dimensions[row].height = min(max(*lines, least) * _LINE + 5, _HIGHEST)


def put_paragraph(sheet: Worksheet, row: int, text: str, **font: Any) -> int:
    """Write a text over the whole width, and return the next row."""
    cell = put(sheet, "B", row, text)
    cell.font = Font(name=FONT, size=11, **font)
    cell.alignment = MIDDLE_LEFT
    merge_across(sheet, WHOLE, row)
    set_height(sheet, row, [(text, WHOLE)])
    return row + 1


def put_heading(sheet: Worksheet, row: int, text: str) -> int:
    """Write a heading over the whole width, and return the next row."""
    cell = put(sheet, "B", row, text)
    cell.font = Font(name=FONT, size=13, bold=True, color="FFFFFF")
    cell.alignment = MIDDLE_LEFT
    fill(sheet, WHOLE, row, DARK)
    merge_across(sheet, WHOLE, row)
    sheet.row_dimensions[row].height = ceil(len(text) / 110) * 18 + 8
    return row + 1


def put_answer(sheet: Worksheet, columns: str, row: int, text: str = "") -> Any:
    """Make a box that can be filled in."""
    for column in columns:
        cell = sheet[f"{column}{row}"]
        cell.fill = PatternFill("solid", fgColor=_YELLOW)
        cell.border = _BOX
        cell.protection = Protection(locked=False)
        cell.number_format = "@"
        cell.alignment = _TOP
        cell.font = Font(name=FONT, size=11)
    if text:
        put(sheet, columns[0], row, text)
    if len(columns) > 1:
        merge_across(sheet, columns, row)
    return sheet[f"{columns[0]}{row}"]
