"""Reads a Word file as its readers see it, with a library that had no part in writing it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn

_BLANK = {qn("w:br"), qn("w:tab"), qn("w:cr")}


def opened(data: bytes) -> Opened:
    """Open a file."""
    return Document(BytesIO(data))


def heading_words(data: bytes) -> list[tuple[int, str]]:
    """Return the headings with their levels."""
    paragraphs = opened(data).paragraphs
    named = [(paragraph.style.name or "", paragraph.text) for paragraph in paragraphs if paragraph.style]
    return [(int(name[-1]), text) for name, text in named if name.startswith("Heading")]


def body_words(data: bytes) -> list[str]:
    """Return the words from the first part on."""
    return _words(_divided(data)[1])


def front_words(data: bytes) -> list[str]:
    """Return the words before the first part: title page, what is still open, contents."""
    return _words(_divided(data)[0])


def _divided(data: bytes) -> tuple[list[Any], list[Any]]:
    blocks = list(opened(data).element.body)
    styles = [_style(block) for block in blocks]
    start = styles.index("berschrift1") if "berschrift1" in styles else len(styles)
    return blocks[:start], blocks[start:]


def _style(block: Any) -> str:
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def _words(blocks: list[Any]) -> list[str]:
    paragraphs = (paragraph for block in blocks for paragraph in block.iter(qn("w:p")))
    return " ".join(map(_text, paragraphs)).split()


def _text(paragraph: Any) -> str:
    text = "".join(_letters(paragraph))
    # The number of a caption is counted by Word.
    return text.partition(": ")[2] if _style(paragraph) == "Beschriftung" else text


def _letters(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == qn("w:t"):
            yield node.text or ""
        elif node.tag in _BLANK:
            yield " "
