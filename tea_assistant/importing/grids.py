"""Tables in a file of any kind that is read here: Excel, CSV, Markdown, Word, PDF, web pages."""

import re

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import csv_grids, limits, markdown_grids, xlsx_grids
from tea_assistant.importing.reading import Reading
from tea_assistant.importing.text_decoding import decoded
from tea_assistant.importing.xlsx_archive import BROKEN, locked
from tea_assistant.model.grid import Grid
from tea_assistant.patterns import regex

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF"
_WORD = b"word/document.xml"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {
    b"{\\rtf": "Das ist eine RTF-Datei; daraus lassen sich keine Tabellen lesen.",
    b"\x1f\x8b": "Das ist eine gepackte Datei; bitte zuerst auspacken.",
}
_AS_XLSX = "Bitte die Tabelle als Excel-Arbeitsmappe (.xlsx) oder als CSV speichern."
_MARKDOWN = (".md", ".markdown")
_MARKDOWN_HEAD = regex(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$", re.MULTILINE)
_HTML = regex(r"\s*<(?:!doctype|html|table|\?xml|meta)\b", re.IGNORECASE)


def grids_of(name: str, data: bytes) -> tuple[Grid, ...]:
    """Return the tables of a file, by its content and then its name; raises `ForeignFileError` for others."""
    return read(name, data).grids


def read(name: str, data: bytes) -> Reading:
    """Return the tables of a file and what was left out; raises `ForeignFileError` as `grids_of` does."""
    if not data.strip():
        raise ForeignFileError("Die Datei ist leer.", file=name)
    if len(data) > limits.MAX_BYTES:
        raise limits.too_many_bytes(name)
    if data.startswith(_PDF) or (data.startswith(_ZIP) and _WORD in data):
        return _of_document(name, data)
    if data.startswith(_ZIP):
        return xlsx_grids.read(name, data)
    if error := old_workbook(name, data):
        raise error
    for beginning, message in _OTHERS.items():
        if data.startswith(beginning):
            raise ForeignFileError(message, file=name, hint=_AS_XLSX)
    if name.lower().endswith((".xlsx", ".xlsm")):
        raise ForeignFileError(BROKEN, file=name)
    text = decoded(name, data)
    if _HTML.match(text):
        return _of_document(name, data)
    return Reading(_of_text(name, text))


def _of_text(name: str, text: str) -> tuple[Grid, ...]:
    if name.lower().endswith(_MARKDOWN) or _MARKDOWN_HEAD.search(text):
        return markdown_grids.grids(name, text)
    return csv_grids.grids(name, text)


def _of_document(name: str, data: bytes) -> Reading:
    from tea_assistant.importing.documents.documents import read_document  # noqa: PLC0415 (most files are none)

    document = read_document(name, data)
    if not document.grids:
        raise ForeignFileError("In diesem Dokument steht keine Tabelle.", file=name, hint=_AS_XLSX)
    return Reading(document.grids, document.remarks)


def old_workbook(name: str, data: bytes) -> ForeignFileError | None:
    """Word the refusal of a file in Office's old container; None for every other file."""
    if not data.startswith(_OLE):
        return None
    # Excel wraps an encrypted workbook in the container of its old format.
    if _ENCRYPTED in data:
        return locked(name)
    return ForeignFileError(
        "Das ist eine Datei im alten Office-Format (.xls, .doc), das nicht gelesen wird.",
        file=name,
        hint="Bitte in Excel öffnen und als Excel-Arbeitsmappe (.xlsx) speichern.",
    )
