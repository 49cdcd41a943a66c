"""Writes the XML of a Word file: text can't become markup, and nothing that XML forbids gets in."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import NewType

from tea_assistant.prose.printable import printable

Markup = NewType("Markup", str)
"""XML that is written already; only what this module makes is of this type."""
NOTHING = Markup("")

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_CHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""Neither is a character that XML can hold."""
_OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES: Mapping[str, str] = {
    "xmlns:w": f"{_OFFICE}/wordprocessingml/2006/main",
    "xmlns:r": f"{_OFFICE}/officeDocument/2006/relationships",
    "xmlns:wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "xmlns:a": f"{_OFFICE}/drawingml/2006/main",
    "xmlns:pic": f"{_OFFICE}/drawingml/2006/picture",
}
"""Of the parts that hold text."""
OFFICE = f"{_OFFICE}/officeDocument/2006"
PACKAGE = f"{_OFFICE}/package/2006"


def element(name: str, attributes: Mapping[str, str | int], *content: Markup) -> Markup:
    """Write an element."""
    told = "".join(f' {key}="{_escaped(str(value))}"' for key, value in attributes.items())
    inside = "".join(content)
    return Markup(f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>")


def w(name: str, /, *content: Markup, **attributes: str | int) -> Markup:
    """Write an element of a text document; its attributes are of the same kind."""
    return element(f"w:{name}", {f"w:{key}": value for key, value in attributes.items()}, *content)


def text(value: str) -> Markup:
    """Write text."""
    return Markup(_escaped(value))


def joined(pieces: Iterable[Markup]) -> Markup:
    """Put pieces one after the other."""
    return Markup("".join(pieces))


def part(root: Markup) -> bytes:
    """Return a file of the package."""
    return (_DECLARATION + root).encode("utf-8")


def word_part(name: str, *content: Markup) -> bytes:
    """Return a file of the package that holds text or is about it."""
    return part(element(f"w:{name}", NAMESPACES, *content))


def _escaped(value: str) -> str:
    return escape(printable(value, lines=True).translate(_NO_CHARACTERS))
