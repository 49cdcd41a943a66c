"""The notes at the foot of pages of the Word file: addresses, for those who read on paper."""

from collections.abc import Iterable

from tea_assistant.document.docx.runs import run
from tea_assistant.document.docx.xml import Markup, w, word_part


def notes(texts: Iterable[str]) -> bytes:
    """Return the file of notes."""
    return word_part(
        "footnotes",
        _line(-1, "separator"),
        _line(0, "continuationSeparator"),
        *(_note(number, shown) for number, shown in enumerate(texts, start=1)),
    )


def _line(number: int, kind: str) -> Markup:
    return w("footnote", w("p", w("r", w(kind))), type=kind, id=number)


def _note(number: int, shown: str) -> Markup:
    mark = w("r", w("rPr", w("rStyle", val="Funotenzeichen")), w("footnoteRef"))
    return w("footnote", w("p", w("pPr", w("pStyle", val="Funotentext")), mark, run(f" {shown}")), id=number)
