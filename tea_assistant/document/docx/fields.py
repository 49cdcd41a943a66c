"""Fields of the Word file: what the reader's program counts and fills in."""

from collections.abc import Sequence

from tea_assistant.document.docx.runs import run
from tea_assistant.document.docx.xml import NOTHING, Markup, element, text, w


def field(instruction: str, shown: str = "1") -> Markup:
    """Write a field in a line, with what it shows until the reader's program has counted."""
    return w("fldSimple", run(shown), instr=f" {instruction} ")


def opening(instruction: str) -> Sequence[Markup]:
    """Begin a field that reaches over several paragraphs."""
    told = element("w:instrText", {"xml:space": "preserve"}, text(f" {instruction} "))
    return _mark("begin"), w("r", told), _mark("separate")


def closing() -> Markup:
    """End such a field."""
    return _mark("end")


def heads(style: str, *columns: Markup) -> Markup:
    """Write a line at the head or foot of pages, from left to right."""
    tab = w("r", w("tab"))
    cells = [piece for at, column in enumerate(columns) for piece in (tab if at else NOTHING, column)]
    return w("p", w("pPr", w("pStyle", val=style)), *cells)


def _mark(kind: str) -> Markup:
    return w("r", w("fldChar", fldCharType=kind))
