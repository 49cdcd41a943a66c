"""The formats of the document, each with what writes it; a writer is imported only when it is used."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import Leaf, Pictures
from tea_assistant.document.theme import Theme

Writer = Callable[[Leaf, Pictures, Theme, Facts], bytes]
"""Turns the document into the bytes of one file; the same input gives the same bytes."""


class Format(Struct, frozen=True):
    """A form of the document that is one file."""

    ending: str
    title: str
    """German, for the help."""
    writer: Callable[[], Writer]
    """Imports the writer."""
    captions: bool = False
    """Whether it tells the titles of charts in captions, so that its pictures need none."""


def _html() -> Writer:
    from tea_assistant.document.html.page import write  # noqa: PLC0415 (only where it is used)

    return write


def _pdf() -> Writer:
    from tea_assistant.document.typst.pdf import pdf  # noqa: PLC0415 (loads 60 MB)

    return pdf


def _docx() -> Writer:
    from tea_assistant.services.docx_file import docx  # noqa: PLC0415 (as above)

    return docx


MARKDOWN = "md"
"""The source of all others, written with its pictures in a folder beside it."""
PDF = "pdf"
"""The one whose pages count."""
ALL = "all"
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "html": Format(".html", "HTML", _html, captions=True),
        PDF: Format(".pdf", "PDF", _pdf, captions=True),
        "docx": Format(".docx", "Word", _docx, captions=True),
    }
)
"""By the word for it on the command line; Markdown comes on top."""
