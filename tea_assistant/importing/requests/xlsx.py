"""Reads a request form that was sent as a workbook: by the hidden numbers of its rows, wherever they went."""

import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from types import MappingProxyType
from zipfile import ZipFile

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.cell_names import cell_name, column_number
from tea_assistant.importing.number_formats import printed
from tea_assistant.importing.requests.answers import (
    ANSWERED,
    ANSWERED_BY,
    FilledIn,
    ReturnedForm,
    missing_note,
)
from tea_assistant.importing.requests.identity import identity_of, unmarked
from tea_assistant.importing.xlsx_archive import BROKEN, REPAIR, opened, row_beyond, uncomputed
from tea_assistant.importing.xlsx_grids import FORMULA
from tea_assistant.importing.zip_parts import part_of
from tea_assistant.model.request import BOXES, Ask, ask_at
from tea_assistant.patterns import regex

IDENTITY_SHEET = "Kennung"
COVER_SHEET = "Anfrage"
TITLE = "TEA-Anfrage"
"""What the properties of the workbook name as its title."""
_SEVERAL = {
    Ask.RESULT: "CDEFG",
    Ask.PROOF: "EFG",
    Ask.COUNT: "CDEFG",
}
COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        box: column
        for ask, boxes in BOXES.items()
        for box, column in zip(boxes, _SEVERAL.get(ask, "C"), strict=True)
    }
)
"""In which column each box stands; the first, hidden one holds the numbers of the questions."""
_LAST_ROW, _LAST_COLUMN = 5_000, 12
"""No form is longer or wider; what goes beyond is none of its boxes."""
_QUESTION = regex(r"\d+\.\d+")
_TITLE = TITLE.encode()
_CORE, _BOOK = "docProps/core.xml", "xl/workbook.xml"

Sheet = dict[tuple[int, int], str]


def is_request(name: str, data: bytes) -> bool:
    """Tell whether a file is a workbook with a request form; raises `ForeignFileError` for broken ones."""
    if not _claims_to_be_a_workbook(name, data):
        return False
    broken = ForeignFileError(BROKEN, file=name, hint=REPAIR)
    with opened(name, data) as archive:
        titled = _TITLE in part_of(archive, _CORE, broken)
        sheets = part_of(archive, _BOOK, broken)
    # A program that saves anew may drop the title, a person may delete the sheet.
    return titled or f'name="{IDENTITY_SHEET}"'.encode() in sheets


def _claims_to_be_a_workbook(name: str, data: bytes) -> bool:
    """Tell workbooks, broken ones too, from the other kinds of documents that are zip files inside."""
    return _BOOK.encode() in data or name.lower().endswith((".xlsx", ".xlsm"))


def read(name: str, data: bytes) -> ReturnedForm:
    """Read a form; raises `ForeignFileError` where it is broken or nobody can tell which form it is."""
    with opened(name, data) as archive, warnings.catch_warnings():
        # It warns in English of looks that it does not know; nothing of that concerns the cells.
        warnings.simplefilter("ignore")
        try:
            sheets = _sheets(name, data, archive)
        except ForeignFileError:
            raise
        except Exception as error:  # openpyxl raises whatever a broken file leads it to
            raise ForeignFileError(BROKEN, file=name, hint=REPAIR) from error
    if IDENTITY_SHEET not in sheets:
        raise unmarked(name)
    marked = sheets.pop(IDENTITY_SHEET)
    identity = identity_of(name, "\n".join(marked[at] for at in sorted(marked)))
    asks = {marker.question: ask_at(marker.path) for marker in identity.markers}
    filled, notes = _filled(sheets, asks)
    return ReturnedForm(
        name,
        identity,
        _beside(sheets, ANSWERED_BY),
        _beside(sheets, ANSWERED),
        filled,
        (*notes, *missing_note(identity, filled)),
    )


def _sheets(name: str, data: bytes, archive: ZipFile) -> dict[str, Sheet]:
    from openpyxl import load_workbook  # noqa: PLC0415 (costs 200 ms, and most files are none)

    workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheets = {}
    for sheet in workbook.worksheets:
        xml = archive.read(sheet._worksheet_path)  # type: ignore[attr-defined] # noqa: SLF001 (nothing public says which part holds a sheet)
        if beyond := row_beyond(xml, limits.MAX_ROWS):
            raise limits.too_many_rows(name, cell_name(1, beyond), sheet.title)
        missing = uncomputed(xml)
        sheet.reset_dimensions()
        found: Sheet = {}
        for row in sheet.iter_rows(max_row=_LAST_ROW, max_col=_LAST_COLUMN):
            for cell in row:
                if (value := getattr(cell, "value", None)) is not None:
                    found[int(cell.row or 0), int(cell.column or 0)] = _text(
                        value, getattr(cell, "number_format", None)
                    )
        for at in missing:
            found[_place(at)] = FORMULA
        sheets[sheet.title] = {at: text for at, text in found.items() if text}
    workbook.close()
    return sheets


def _text(value: object, number_format: str | None) -> str:
    if isinstance(value, str):
        # Excel keeps a line break as a line feed, other programs as they like.
        return "\n".join(line.strip() for line in value.splitlines()).strip()
    if isinstance(value, date | datetime):
        return printed(value, None)[0]
    # How a number looks is the form's business, not part of the answer.
    return printed(value, number_format if number_format and "%" in number_format else None)[0]


def _place(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    return int(name[len(letters) :]), column_number(letters)


def _filled(sheets: Mapping[str, Sheet], asks: Mapping[str, Ask]) -> tuple[dict[str, FilledIn], list[str]]:
    filled: dict[str, FilledIn] = {}
    notes = []
    for title, sheet in sheets.items():
        for row, question in _questions(sheet):
            if question not in asks:
                continue
            if question in filled:
                notes.append(f"Die Frage {question} steht mehrmals im Formular; gelesen wurde die erste.")
                continue
            boxes = {box: sheet.get((row, column_number(COLUMNS[box])), "") for box in BOXES[asks[question]]}
            filled[question] = FilledIn(
                {box: text for box, text in boxes.items() if text}, f"{title}, Zeile {row}"
            )
    return filled, notes


def _questions(sheet: Sheet) -> Iterator[tuple[int, str]]:
    for (row, column), text in sorted(sheet.items()):
        if column == 1 and _QUESTION.fullmatch(text):
            yield row, text


def _beside(sheets: Mapping[str, Sheet], label: str) -> str:
    for sheet in sheets.values():
        for (row, column), text in sheet.items():
            if text.rstrip(":").casefold() == label.casefold():
                return " ".join(sheet.get((row, column + 1), "").split())
    return ""
