"""Markdown to HTML, Typst and Word: a text stands in every kind of place of an application."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx

from reliability.fuzzing import corpora
from reliability.fuzzing.oracle import hold
from reliability.fuzzing.sandbox import confined
from reliability.fuzzing.target import bytes_of
from tea_assistant.document.html.page import write as html
from tea_assistant.document.leaf import Leaf, read
from tea_assistant.document.markdown import assembled
from tea_assistant.document.theme import PLAIN
from tea_assistant.document.typst.pdf import pdf
from tea_assistant.prose.links import leads_out
from tea_assistant.prose.unprinted import unprinted
from tea_assistant.services.docx_file import docx
from tests.document import docx_reading, html_page, pdf_reading
from tests.document.test_hostile import with_text
from tests.document.test_html import assert_closed
from tests.document.test_same_words import FACTS

SIGN = "zeichenwort"
"""Stands behind the text: where it is missing, the text has swallowed what comes after it."""
_EXTERNAL = re.compile(r'Target="([^"]*)" TargetMode="External"')


def _leaf(data: bytes) -> tuple[str, Leaf]:
    text = data.decode("utf-8", "replace")
    return text, read(assembled(with_text(f"{text} {SIGN}")).text)


def _told(text: str, words: list[str]) -> None:
    said = "".join(words).count(SIGN)
    hold(said >= 2 or (said and unprinted(f"{text} {SIGN}")), "words are lost without a word")


def run_html(data: bytes, scratch: Path) -> None:
    """Write a page: it has no script, no handler, no address of the outside that is no link."""
    with confined(scratch):
        text, leaf = _leaf(data)
        page = html(leaf, {}, PLAIN, FACTS)
    assert_closed(html_page.read_page(page))
    _told(text, html_page.body_words(page))


def run_typst(data: bytes, scratch: Path) -> None:
    """Write a PDF: it is laid out, nothing in it runs, and the text comes out."""
    with confined(scratch):
        text, leaf = _leaf(data)
        page = pdf(leaf, {}, PLAIN, FACTS)
    hold(b"/JavaScript" not in page and b"/Launch" not in page, "something in the PDF runs")
    _told(text, pdf_reading.body_words(page))


def run_docx(data: bytes, scratch: Path) -> None:
    """Write a Word file: another program opens it, it loads nothing, and the text is in it."""
    with confined(scratch):
        text, leaf = _leaf(data)
        page = docx(leaf, {}, PLAIN, FACTS)
    python_docx.Document(io.BytesIO(page))
    with zipfile.ZipFile(io.BytesIO(page)) as parts:
        for name in parts.namelist():
            if name.endswith(".rels"):
                outside = _EXTERNAL.findall(parts.read(name).decode("utf-8"))
                hold(all(map(leads_out, outside)), f"Word would load {outside}")
    _told(text, docx_reading.body_words(page))


def seeds(_scratch: Path) -> Iterator[bytes]:
    """Give every text."""
    yield from map(bytes_of, corpora.every_text())
    yield from map(bytes_of, corpora.deep_texts(100))
