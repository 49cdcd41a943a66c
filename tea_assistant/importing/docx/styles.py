"""What the styles of a Word file say of a paragraph: heading, contents, bold, size."""

import re
from xml.etree.ElementTree import Element

from msgspec import Struct

from tea_assistant.importing.docx.parts import W, value_of
from tea_assistant.patterns import regex

_HEADING = regex(r"(?:heading|überschrift|ueberschrift|berschrift|titre)\s*(\d)", re.IGNORECASE)
_CONTENTS = regex(r"(?:toc|verzeichnis|inhaltsverzeichnis)\s*\d", re.IGNORECASE)
_DEEPEST = 20
_OFF = ("0", "false", "off")
_LEVELS = 9
_HALF_POINTS = 20.0


class Style(Struct, frozen=True):
    """What a style and those that it is based on say."""

    heading: int = 0
    contents: bool = False
    bold: bool = False
    size: float = 0.0
    """In half points; 0 where it says nothing."""
    list_id: str = ""
    list_level: int = 0


class Styles:
    """All styles of a file by their id."""

    def __init__(self, part: Element | None) -> None:
        self._elements = {
            style.get(f"{W}styleId") or "": style
            for style in (part.findall(f"{W}style") if part is not None else ())
        }
        defaults = part.find(f"{W}docDefaults") if part is not None else None
        self._known: dict[str, Style] = {}
        self._normal = number_of(value_of(defaults, "rPrDefault/rPr/sz"), _HALF_POINTS)
        self._default = next(
            (
                name
                for name, style in self._elements.items()
                if style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph"
            ),
            "",
        )

    def of(self, name: str) -> Style:
        """Return what the style of that id says, or the one that paragraphs have without any."""
        name = name if name in self._elements else self._default
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str) -> Style:
        heading, contents, list_id, level = 0, False, "", 0
        bold: bool | None = None
        size = 0.0
        for _ in range(_DEEPEST):
            style = self._elements.get(name)
            if style is None:
                break
            title = value_of(style, "name")
            outline = value_of(style, "pPr/outlineLvl")
            if not heading:
                found = _HEADING.match(title)
                heading = int(found[1]) if found else outlined(outline)
            contents = contents or _CONTENTS.match(title) is not None
            bold = bold if bold is not None else on(style.find(f"{W}rPr/{W}b"))
            size = size or number_of(value_of(style, "rPr/sz"), 0.0)
            if not list_id:
                list_id = value_of(style, "pPr/numPr/numId")
                level = int(number_of(value_of(style, "pPr/numPr/ilvl"), 0))
            name = value_of(style, "basedOn")
        return Style(heading, contents, bool(bold), size or self._normal, list_id, level)


def outlined(text: str) -> int:
    """Return the level of a heading from an outline level, which counts from 0; 9 is that of text."""
    return int(text) + 1 if text.isdigit() and int(text) < _LEVELS else 0


def on(element: Element | None) -> bool | None:
    """Tell whether a switch is on; None where it is not there."""
    return None if element is None else (element.get(f"{W}val") or "1").lower() not in _OFF


def number_of(text: str, otherwise: float) -> float:
    """Return a number of a file; another one where it is none."""
    try:
        return min(max(float(text), -1e6), 1e6)
    except ValueError:
        return otherwise
