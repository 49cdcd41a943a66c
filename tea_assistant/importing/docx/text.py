"""The text of one paragraph of a Word file, with its line ends, its bold letters and the pages it crosses."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from tea_assistant.importing.docx.parts import W, value_of
from tea_assistant.importing.docx.styles import Style, number_of, on

_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "  ", f"{W}noBreakHyphen": "-"}
_LEFT_OUT = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "footnoteReference")
)
_KEPT = frozenset((f"{W}p", f"{W}t", f"{W}lastRenderedPageBreak", *_BREAKS))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Text(Struct):
    """What a paragraph prints."""

    text: str = ""
    plain: int = 0
    """How many letters are not bold."""
    size: float = 0.0
    """Of its largest letters, in half points."""
    pages_before: int = 0
    """How many pages end before its first letter."""
    pages: int = 0
    """How many pages end in it altogether."""
    boxes: list[Element] = field(default_factory=list)
    """The paragraphs of text boxes that hang on it."""


def text_of(paragraph: Element, style: Style) -> Text:
    """Return what a paragraph prints."""
    text = Text()
    # Joined at the end: a paragraph may have a hundred thousand line ends.
    pieces: list[str] = []
    printed = False
    measured, properties = None, None
    for run, element in _printed(paragraph, None):
        if element.tag == f"{W}p":
            text.boxes.append(element)
        elif element.tag == f"{W}lastRenderedPageBreak":
            text.pages += 1
            text.pages_before += not printed
        elif element.tag == f"{W}t":
            letters = element.text or ""
            pieces.append(letters)
            if letters.strip():
                printed = True
                if run is not measured:
                    # Once for all letters of a run: it may have thousands of pieces.
                    measured, properties = run, None if run is None else run.find(f"{W}rPr")
                _measure(text, letters, properties, style)
        elif element.tag in _BREAKS and value_of(element, "", "type") != "page":
            pieces.append(_BREAKS[element.tag])
            printed = printed or bool(pieces[-1].strip())
    text.text = "".join(pieces)
    return text


def _measure(text: Text, letters: str, properties: Element | None, style: Style) -> None:
    bold = on(properties.find(f"{W}b")) if properties is not None else None
    text.plain += 0 if (style.bold if bold is None else bold) else len(letters)
    text.size = max(text.size, number_of(value_of(properties, "sz"), style.size))


def _printed(element: Element, run: Element | None) -> Iterator[tuple[Element | None, Element]]:
    for child in element:
        if child.tag in _LEFT_OUT or child.tag == _FALLBACK:
            continue
        if (
            child.tag == f"{W}p"
            or child.tag in (f"{W}t", f"{W}lastRenderedPageBreak")
            or child.tag in _BREAKS
        ):
            yield run, child
        else:
            yield from _printed(child, child if child.tag == f"{W}r" else run)
