"""Files that are broken, locked, huge or something else: a German sentence, and never a traceback."""

import io
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from reliability.fuzzing.oracle import within
from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.documents.documents import read_document
from tea_assistant.importing.docx.parts import W
from tea_assistant.importing.docx.styles import Style
from tea_assistant.importing.docx.text import text_of
from tea_assistant.model.source_document import SourceDocument

PLAN = Path(__file__).parent / "plan"
PDF = (PLAN / "plan.pdf").read_bytes()
DOCX = (PLAN / "plan.docx").read_bytes()
GERMAN = "Mitarbeiter*innen prüfen „Maßnahmen“ für die Gleichstellung [/x]"


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PDF)))
    writer.encrypt("geheim", algorithm="RC4-128")
    return written(writer)


def pdf_without_text() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as source, zipfile.ZipFile(buffer, "w") as target:
        for part in source.namelist():
            if part != name:
                target.writestr(part, source.read(part))
        target.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("leer.txt", b"", "Die Datei ist leer."),
        ("leer.md", b" \n\t\n", "Die Datei ist leer."),
        ("bild.docx", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(200), "Das ist ein Bild und kein Text."),
        (
            "alt.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
            "Das ist eine Datei im alten Office-Format",
        ),
        ("scan.pdf", pdf_without_text(), "Die PDF-Datei enthält keinen Text, nur Bilder"),
        ("zu.pdf", locked_pdf(), "Die PDF-Datei ist mit einem Kennwort geschützt."),
        ("halb.pdf", PDF[:4000], "Die PDF-Datei ist beschädigt"),
        ("halb.docx", DOCX[:-500], "Die Word-Datei ist beschädigt"),
        ("xml.docx", with_part("word/document.xml", b"<w:document>"), "Die Word-Datei ist beschädigt"),
        (
            "entities.docx",
            with_part("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            "Die Word-Datei ist beschädigt",
        ),
        ("tabelle.docx", with_part("[Content_Types].xml", b"<Types/>"), "Das ist keine Word-Datei."),
        ("zufall.txt", bytes(range(1, 32)) * 20, "Die Datei enthält keinen lesbaren Text."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_said_in_german(name: str, data: bytes, message: str) -> None:
    with pytest.raises(ForeignFileError) as caught:
        read_document(name, data)
    assert caught.value.message.startswith(message)
    assert caught.value.file == name


def test_a_file_that_becomes_huge_when_unpacked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_UNPACKED", 10_000)
    with pytest.raises(ForeignFileError, match="ausgepackt viel zu groß"):
        read_document("bombe.docx", DOCX)


def test_a_long_file_is_read_from_its_beginning_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 3)
    document = read_document("lang.pdf", PDF)
    assert document.remarks == ("Die Datei ist sehr lang: Gelesen wurden die ersten 3 von 5 Seiten.",)
    assert {block.page for block in document.blocks} == {1, 2, 3}


def test_reading_ends_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SECONDS", -1)
    with pytest.raises(ForeignFileError):
        read_document("langsam.pdf", PDF)


def test_a_paragraph_of_ten_thousands_of_line_ends_is_read_in_one_go() -> None:
    paragraph = Element(f"{W}p")
    run = SubElement(paragraph, f"{W}r")
    for _ in range(30_000):
        SubElement(run, f"{W}br")
        SubElement(run, f"{W}t").text = "Bürger*innen"
    with within(3):
        text = text_of(paragraph, Style())
    assert text.text == "\nBürger*innen" * 30_000
    assert text.plain == len("Bürger*innen") * 30_000


def test_macros_are_left_alone() -> None:
    document = read_document("makro.docm", with_part("word/vbaProject.bin", b"Sub AutoOpen()"))
    assert document.blocks == read_document("makro.docm", DOCX).blocks


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le"])
def test_text_in_other_encodings_is_read(encoding: str) -> None:
    text = GERMAN if encoding != "latin-1" else GERMAN.replace("„", '"').replace("“", '"')
    [block] = read_document("text.txt", text.encode(encoding)).blocks
    assert block.text == text


def test_an_english_document_says_what_it_is() -> None:
    text = "This is the plan of the city, and it is for all of us.\n\nThe goals are in the annex."
    document = read_document("plan.txt", text.encode())
    assert (document.language, len(document.remarks)) == ("en", 1)
    assert "englisch" in document.remarks[0]


BEGINNINGS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    PDF[:3000],
    DOCX[:900],
    b"<html><table>",
    b"| a | b |\n|--|--|\n",
    b"1 A\n",
)


@settings(max_examples=50, deadline=None)
@given(
    begin=st.sampled_from(BEGINNINGS),
    rest=st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
    name=st.sampled_from(["a.md", "a.txt", "a.docx", "a.pdf", "a.html", "a"]),
)
def test_any_bytes_give_a_document_or_a_german_error(begin: bytes, rest: bytes, name: str) -> None:
    try:
        outcome: SourceDocument | ForeignFileError = read_document(name, begin + rest)
    except ForeignFileError as error:
        outcome = error
    said = outcome.message if isinstance(outcome, ForeignFileError) else outcome.blocks[0].kind
    assert said.endswith((".", "heading", "paragraph", "bullet", "table"))
