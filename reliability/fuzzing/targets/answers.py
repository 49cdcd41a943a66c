"""Forms that come back from departments, as text and as a workbook, with anything in them."""

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl

from reliability.fuzzing import corpora, dossier_files
from reliability.fuzzing.command_line import run_command
from reliability.fuzzing.target import BETWEEN, bytes_of, parts_of, text_of
from tea_assistant.importing.requests.xlsx import COLUMNS
from tea_assistant.services.requests.questions import Wanted
from tea_assistant.services.requests.requests import Sending, prepare, send
from tea_assistant.services.session import Session

_TEXT, _WORKBOOK = b"T", b"W"


@cache
def _forms(root: Path) -> tuple[bytes, bytes]:
    session = Session(dossier_files.write(root, "Mitarbeiter*innen [/x]"), today=lambda: date(2025, 4, 1))
    request = prepare(session, Sending("Personalamt zwei", Wanted(["mentoring"], ["2024-12-31"], [])))
    send(session, request, ("md", "xlsx"))
    session.save()
    paths = {path.suffix: path for path in (root / "build").iterdir()}
    return paths[".md"].read_bytes(), paths[".xlsx"].read_bytes()


def run(data: bytes, scratch: Path) -> None:
    """Take in a form: the bytes as they are, or a text in each box of a real one."""
    root = scratch / "mappe"
    text, workbook = _forms(root)
    kind, rest = data[:1], data[1:]
    if kind == _WORKBOOK:
        name, content = "antwort.xlsx", _filled(workbook, rest)
    elif kind == _TEXT:
        begin, end = parts_of(rest, 2)
        at = len(begin) * 37 % (len(text) + 1)
        name, content = "antwort.md", text[:at] + begin + text[at:] + end
    else:
        name, content = "antwort.md", data
    (root / name).write_bytes(content)
    run_command(["import", name], root)
    run_command(["import", name, "--format", "json"], root)


def _filled(workbook: bytes, content: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    text = "".join(c for c in text_of(content) if c.isprintable() or c == "\n")
    for sheet in book.worksheets:
        for row in range(1, sheet.max_row + 1):
            for column in set(COLUMNS.values()):
                cell = sheet[f"{column}{row}"]
                if cell.value is None and not isinstance(cell, openpyxl.cell.MergedCell):
                    cell.value = text[:1000]
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def seeds(scratch: Path) -> Iterator[bytes]:
    """Give the form itself, and every text within it, behind it, and in the boxes of a workbook."""
    yield _forms(scratch / "mappe")[0]
    for number, text in enumerate(corpora.every_text()):
        yield _TEXT + bytes_of(text) + BETWEEN + bytes_of(text)
        if not number % 10:
            yield _WORKBOOK + bytes_of(text)
