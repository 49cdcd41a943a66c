"""Fills in request forms as a department would, without the program."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tea_assistant.importing.requests.xlsx import COLUMNS

Answers = Mapping[str, Mapping[str, object]]


def sheets_of(data: bytes) -> Any:
    """Open a workbook without a look at its types."""
    return load_workbook(BytesIO(data))


def saved(book: Any) -> bytes:
    """Return the bytes of a workbook."""
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def filled_workbook(form: Path, answers: Answers, who: str = "Frau Öztürk [/x]") -> bytes:
    """Write answers into the boxes of a workbook."""
    book = sheets_of(form.read_bytes())
    for sheet in book.worksheets:
        for row in range(1, sheet.max_row + 1):
            if sheet[f"B{row}"].value == "Ausgefüllt von:":
                sheet[f"C{row}"].value = who
            for box, value in answers.get(str(sheet[f"A{row}"].value), {}).items():
                sheet[f"{COLUMNS[box]}{row}"].value = value
    return saved(book)


def filled_text(form: Path, answers: Mapping[str, str], who: str = "Frau Öztürk [/x]") -> str:
    """Write answers between the lines of a text form, in the place of what stands there."""
    text = form.read_text(encoding="utf-8").replace("Ausgefüllt von: ", f"Ausgefüllt von: {who}")
    for question, answer in answers.items():
        begin, end = f"=== Antwort {question} ===\n", f"\n=== Ende {question} ==="
        before, _, rest = text.partition(begin)
        text = before + begin + answer + end + rest.partition(end)[2]
    return text
