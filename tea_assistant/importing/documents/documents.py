"""Documents of any kind that is read here, as one model: Markdown, text, Word, PDF with text, web pages."""

import re
from hashlib import sha256

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.documents.blocks import blocks_of, title_of
from tea_assistant.importing.documents.language import language_of
from tea_assistant.importing.documents.lines import Lines, Progress
from tea_assistant.importing.text_decoding import decoded
from tea_assistant.model.source_document import SourceDocument, SourceKind
from tea_assistant.patterns import regex

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF = b"%PDF"
_PDF_BEGIN = 1_024
"""Bytes in which a PDF file has to say what it is; a mail may have put blank lines before it."""
_PICTURES = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"\0\0\0\x18ftyp",
    b"\0\0\0\x20ftyp",
)
_MARKDOWN = (".md", ".markdown")
_MARKS = regex(r"^(?:#{1,6} \S|\|.*\|[ \t]*$)", re.MULTILINE)
_HTML = regex(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|\?xml|meta|div|table|p|h\d)\b",
    re.IGNORECASE | re.DOTALL,
)
_READABLE = "Gelesen werden Word (.docx), PDF mit Text, HTML, Markdown (.md) und Text (.txt)."
_UNPRINTED = 0.02
"""Of a text that may be control characters; what has more is no text."""


def read_document(name: str, data: bytes, progress: Progress | None = None) -> SourceDocument:
    """Read a document by its content, whatever its name; `progress` is told of each page.

    Raises `ForeignFileError` with a German message where it cannot be read.
    """
    if not data.strip(b" \t\r\n\0"):
        raise ForeignFileError("Die Datei ist leer.", file=name)
    if len(data) > limits.MAX_DOCUMENT:
        raise ForeignFileError(
            f"Die Datei ist zu groß (höchstens {limits.MAX_DOCUMENT // 1_000_000} MB).",
            file=name,
            hint="Bitte Bilder verkleinern oder nur den Teil mit dem Text speichern.",
        )
    kind, lines = _read(name, data, progress)
    blocks = blocks_of(lines.lines)
    if not blocks:
        raise ForeignFileError("Die Datei enthält keinen Text.", file=name, hint=_READABLE)
    language = language_of("\n".join(block.text for block in blocks))
    remarks = lines.remarks
    if language == "en":
        remarks = (
            *remarks,
            "Der Text ist englisch: Ziele und Maßnahmen werden nur in deutschen Texten erkannt.",
        )
    title = lines.title or title_of(blocks)
    return SourceDocument(name, sha256(data).hexdigest(), kind, title, language, lines.pages, blocks, remarks)


def _read(name: str, data: bytes, progress: Progress | None) -> tuple[SourceKind, Lines]:
    # Each reader is imported only by those who need it.
    if data[:_PDF_BEGIN].lstrip().startswith(_PDF):
        from tea_assistant.importing.pdf import lines as pdf_lines  # noqa: PLC0415

        return SourceKind.PDF, pdf_lines.read(name, data, progress)
    if data.startswith(_ZIP):
        from tea_assistant.importing.docx import lines as docx_lines  # noqa: PLC0415

        return SourceKind.DOCX, docx_lines.read(name, data)
    _refuse_others(name, data)
    text = decoded(name, data)
    if len(text) > limits.MAX_LETTERS or text.count("\n") > limits.MAX_LINES:
        raise ForeignFileError("Der Text ist zu lang.", file=name, hint="Bitte in mehrere Dateien teilen.")
    if _share_unprinted(text) > _UNPRINTED:
        raise _no_text(name)
    lower = name.lower()
    if not lower.endswith(_MARKDOWN) and _HTML.match(text):
        from tea_assistant.importing import html_lines  # noqa: PLC0415

        return SourceKind.HTML, html_lines.read(name, text)
    is_markdown = lower.endswith(_MARKDOWN) or (not lower.endswith(".txt") and _MARKS.search(text))
    # No line of a document is so long, and its marks would be tried against one another for minutes.
    if is_markdown and max(map(len, text.split("\n"))) <= limits.MAX_LINE:
        from tea_assistant.importing import markdown_lines  # noqa: PLC0415

        return SourceKind.MARKDOWN, markdown_lines.read(name, text)
    from tea_assistant.importing import text_lines  # noqa: PLC0415

    return SourceKind.TEXT, text_lines.read(text)


def _refuse_others(name: str, data: bytes) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ForeignFileError(
                "Die Datei ist mit einem Kennwort geschützt.",
                file=name,
                hint="Bitte ohne Kennwort speichern.",
            )
        raise ForeignFileError(
            "Das ist eine Datei im alten Office-Format (.doc, .xls), das nicht gelesen wird.",
            file=name,
            hint="Bitte in Word öffnen und als Word-Dokument (.docx) speichern.",
        )
    if data.startswith(_PICTURES):
        raise ForeignFileError(
            "Das ist ein Bild und kein Text.",
            file=name,
            hint="Bitte mit Texterkennung (OCR) als PDF speichern oder das Original einlesen.",
        )
    if data.startswith((b"{\\rtf", b"\x1f\x8b")):
        raise ForeignFileError("Dateien dieser Art werden nicht gelesen.", file=name, hint=_READABLE)


def _share_unprinted(text: str) -> float:
    sample = text[:100_000]
    return sum(1 for letter in sample if letter < " " and letter not in "\t\n\r\f\v") / max(len(sample), 1)


def _no_text(name: str) -> ForeignFileError:
    return ForeignFileError("Die Datei enthält keinen lesbaren Text.", file=name, hint=_READABLE)
