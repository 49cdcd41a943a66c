"""The parts of a Word file: its text, its styles and its lists, as trees of XML that hold no bombs."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.zip_parts import TYPES, opened, part_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD = b"wordprocessingml"
_REPAIR = "Bitte die Datei in Word öffnen und neu speichern."
_DEEPEST = 200
"""Elements inside one another; Word nests a few dozen."""


class DocxParts:
    """A Word file; raises `ForeignFileError` where it is none, broken or a bomb."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        large = ForeignFileError(
            "Die Word-Datei ist ausgepackt viel zu groß und wird nicht gelesen.",
            file=name,
            hint="Bitte den Text in ein neues Word-Dokument kopieren und dieses einlesen.",
        )
        locked = ForeignFileError(
            "Die Word-Datei ist mit einem Kennwort geschützt.",
            file=name,
            hint="Bitte in Word öffnen und ohne Kennwort speichern: Datei, Dokument schützen.",
        )
        self.broken = ForeignFileError(
            "Die Word-Datei ist beschädigt und lässt sich nicht lesen.", file=name, hint=_REPAIR
        )
        self._archive = opened(data, broken=self.broken, large=large, locked=locked)
        if _WORD not in part_of(self._archive, TYPES, self.broken):
            raise ForeignFileError(
                "Das ist keine Word-Datei.",
                file=name,
                hint="Gelesen werden .docx, .pdf, .html, .md und .txt.",
            )
        self._text = part_of(self._archive, self._main(), self.broken).replace(_STRICT, _USUAL)
        if not self._text:
            raise self.broken
        if len(self._text) > limits.MAX_TEXT_PART:
            raise large
        self.has_pages = b"lastRenderedPageBreak" in self._text
        """Whether Word noted where each page ended when it last showed the file."""

    def blocks(self) -> Iterator[Element]:
        """Yield the paragraphs and tables of the text one after the other; none is kept in memory."""
        depth, body = 0, 0
        try:
            for event, element in iterparse(BytesIO(self._text), events=("start", "end")):
                if event == "start":
                    depth += 1
                    if depth > _DEEPEST:
                        raise self.broken
                    body = body or (depth if element.tag == f"{W}body" else 0)
                    continue
                depth -= 1
                if body and depth == body:
                    yield element
                    element.clear()
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise self.broken from error

    def part(self, name: str) -> Element | None:
        """Return another part; None where there is none that can be read."""
        data = part_of(self._archive, name, self.broken).replace(_STRICT, _USUAL)
        if not data or len(data) > limits.MAX_TEXT_PART:
            return None
        try:
            tree = fromstring(data)
        except (ParseError, DefusedXmlException, ValueError, LookupError):
            return None
        return tree if isinstance(tree, Element) else None

    def _main(self) -> str:
        # Nearly all programs call it so; others say in a list of relations where it is.
        usual = "word/document.xml"
        names = self._archive.namelist()
        return (
            usual
            if usual in names
            else next((name for name in names if name.endswith("document.xml")), usual)
        )


def value_of(element: Element | None, path: str, attribute: str = "val") -> str:
    """Return an attribute of the element at a path of short names; empty where there is none."""
    for name in path.split("/") if path else ():
        element = element.find(f"{W}{name}") if element is not None else None
    return (element.get(f"{W}{attribute}") or "") if element is not None else ""
