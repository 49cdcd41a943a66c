"""Other people's documents: Markdown, text, web pages, tables, the inside of Word, Excel and PDF files."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl

from reliability.fuzzing import corpora
from reliability.fuzzing.oracle import hold
from reliability.fuzzing.sandbox import confined
from reliability.fuzzing.target import BETWEEN, bytes_of, parts_of
from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import grids
from tea_assistant.importing.documents.documents import read_document
from tea_assistant.importing.documents.proposals import document_proposals
from tea_assistant.importing.figures.layout import layout_of
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.services.triage.reading import newest_catalogue

_NAMES = ("plan.md", "plan.html", "plan.txt", "zahlen.csv", "plan")
_DAY = date(2025, 4, 1)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD_TYPES = (
    '<Types><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_WORD = "word/document.xml"
_SHEET = "xl/worksheets/sheet1.xml"
_PAGE = "<html><body><h1>Plan</h1><p>{0}</p><table><tr><td>{0}</td><td>3</td></tr></table></body></html>"
_PARAGRAPH = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"


@cache
def _catalogue() -> Catalogue:
    return newest_catalogue()


def _read(name: str, data: bytes, scratch: Path) -> None:
    with confined(scratch):
        try:
            document = read_document(name, data)
        except ForeignFileError as error:
            hold(error.message, "a refusal without words")
        else:
            hold(document.blocks, "a document without text")
            document_proposals(document, _catalogue(), _DAY)
        try:
            tables = grids.read(name, data).grids
        except ForeignFileError as error:
            hold(error.message, "a refusal without words")
        else:
            for grid in tables:
                layout_of(grid)


def run(data: bytes, scratch: Path) -> None:
    """Read the bytes as a document and as tables, under the name that the first byte chooses."""
    _read(_NAMES[data[0] % len(_NAMES)] if data else "x", data[1:], scratch)


def run_word(data: bytes, scratch: Path) -> None:
    """Read a Word file whose text, styles and lists are the parts of the input."""
    body, styles, numbering = parts_of(data, 3)
    parts = {_WORD: body, "word/styles.xml": styles, "word/numbering.xml": numbering}
    _read("plan.docx", _zipped({"[Content_Types].xml": _WORD_TYPES.encode(), **parts}), scratch)


def run_workbook(data: bytes, scratch: Path) -> None:
    """Read a workbook whose sheet, texts and list of sheets are the parts of the input."""
    sheet, texts, book = parts_of(data, 3)
    parts = {_SHEET: sheet, "xl/sharedStrings.xml": texts, "xl/workbook.xml": book}
    _read("zahlen.xlsx", _zipped(_workbook() | {name: part for name, part in parts.items() if part}), scratch)


def run_pdf(data: bytes, scratch: Path) -> None:
    """Read the bytes as a PDF."""
    _read("plan.pdf", b"%PDF-1.7\n" + data, scratch)


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            if content:
                archive.writestr(name, content)
    return packed.getvalue()


@cache
def _workbook() -> dict[str, bytes]:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Gruppe", "Frauen", "Männer"], ["Beschäftigte", 1990, 1355], ["Führung", "=1+1", 0.43]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    packed = io.BytesIO()
    book.save(packed)
    with zipfile.ZipFile(packed) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seeds(_scratch: Path) -> Iterator[bytes]:
    """Give every text as a document, in a page, and in a table."""
    for number, text in enumerate((*corpora.every_text(), *corpora.deep_texts(200), *corpora.alias_bombs())):
        for form in (f"# Ziele\n\nMaßnahmen:\n\n- {text}\n", _PAGE.format(text), f"a;b\n{text};3\n"):
            if not (number + len(form)) % 5:
                yield bytes([number % len(_NAMES)]) + bytes_of(form)
    for encoding in ("utf-16", "utf-16-le", "cp1252", "utf-8-sig"):
        yield b"\x02" + "Maßnahmen für Bürger*innen;3".encode(encoding)


def seeds_word(_scratch: Path) -> Iterator[bytes]:
    """Give every text as a paragraph, and as raw markup."""
    for text in corpora.every_text():
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        body = _PARAGRAPH.format(escaped)
        table = f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc>{body}</w:tc></w:tr></w:tbl>"
        yield bytes_of(f"<w:document {_W}><w:body>{body}{table}</w:body></w:document>")
    for text in (*corpora.texts("naughty"), *corpora.alias_bombs(), "<w:p>" * 2_000):
        yield bytes_of(f"<w:document {_W}><w:body>{text}</w:body></w:document>")
    style = f"<w:styles {_W}><w:style w:styleId='a'><w:basedOn w:val='a'/></w:style></w:styles>"
    number = f"<w:numbering {_W}><w:num w:numId='1'><w:abstractNumId w:val='x'/></w:num></w:numbering>"
    listed = "<w:numPr><w:numId w:val='1'/><w:ilvl w:val='99'/></w:numPr>"
    item = f"<w:p><w:pPr><w:pStyle w:val='a'/>{listed}</w:pPr></w:p>"
    document = f"<w:document {_W}><w:body>{item}</w:body></w:document>"
    yield BETWEEN.join(part.encode() for part in (document, style, number))


def seeds_workbook(_scratch: Path) -> Iterator[bytes]:
    """Give a real sheet with every text in one of its cells."""
    real = _workbook()[_SHEET]
    yield BETWEEN.join((real, _workbook().get("xl/sharedStrings.xml", b""), _workbook()["xl/workbook.xml"]))
    for text in corpora.every_text():
        yield real.replace(b"1990", bytes_of(text))
        yield real.replace(b'r="A1"', b'r="' + bytes_of(text) + b'"', 1)
    for text in corpora.alias_bombs():
        yield bytes_of(text)


def seeds_pdf(_scratch: Path) -> Iterator[bytes]:
    """Give small files, whole and broken."""
    objects = (
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        (
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>endobj"
        ),
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
        b"trailer<</Root 1 0 R>>",
    )
    for text in corpora.every_text():
        shown = b"BT /F 12 Tf 50 700 Td (" + bytes_of(text).replace(b")", b"\\)") + b") Tj ET"
        stream = b"4 0 obj<</Length %d>>stream\n" % len(shown) + shown + b"\nendstream endobj"
        yield b"\n".join((*objects[:3], stream, *objects[3:]))
    yield b"\n".join(objects).replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
    yield b"\n".join(objects).replace(b"/Count 1", b"/Count 999999999")
