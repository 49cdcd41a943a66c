"""Word files as lines: headings by style or by look, lists, tables, pages where Word noted them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.importing import limits
from tea_assistant.importing.documents.lines import Line, Lines, Role
from tea_assistant.importing.docx.lists import Lists
from tea_assistant.importing.docx.parts import DocxParts, W, value_of
from tea_assistant.importing.docx.styles import Styles, number_of, outlined
from tea_assistant.importing.docx.tables import grid_of, paragraphs_of
from tea_assistant.importing.docx.text import Text, text_of

_LARGER = 1.12
_WRAPPED = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "smartTag"))
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


class _Sized(Struct, frozen=True):
    line: Line
    size: float
    bold: bool


def read(name: str, data: bytes) -> Lines:
    """Read the text of a file; raises `ForeignFileError` where it is no Word file, broken or a bomb."""
    parts = DocxParts(name, data)
    reader = _Reader(parts)
    found = list(islice(reader.lines(), limits.MAX_LINES))
    usual = _usual_size(found)
    lines = tuple(
        replace(line.line, strong=line.bold or line.size > usual * _LARGER, size=line.size)
        if line.line.text
        else line.line
        for line in found
    )
    core = parts.part("docProps/core.xml")
    title = (core.findtext(_TITLE) or "" if core is not None else "").strip()
    stopped = len(found) == limits.MAX_LINES
    remarks = ("Die Datei ist sehr lang: Gelesen wurde nur ihr Anfang.",) if stopped else ()
    return Lines(lines, title, reader.page if parts.has_pages else None, remarks)


def _usual_size(found: Sequence[_Sized]) -> float:
    sizes: Counter[float] = Counter()
    for line in found:
        sizes[line.size] += len(line.line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


class _Reader:
    def __init__(self, parts: DocxParts) -> None:
        self._parts = parts
        self._styles = Styles(parts.part("word/styles.xml"))
        self._lists = Lists(parts.part("word/numbering.xml"))
        self.page = 1

    def lines(self) -> Iterator[_Sized]:
        for block in self._parts.blocks():
            yield from self._of(block)

    def _of(self, block: Element) -> Iterator[_Sized]:
        if block.tag == f"{W}p":
            yield from self._paragraph(block)
        elif block.tag == f"{W}tbl":
            yield from self._table(block)
        elif block.tag in _WRAPPED:
            for child in block:
                yield from self._of(child)

    def _table(self, table: Element) -> Iterator[_Sized]:
        grid = grid_of(table, self._parts.name)
        if grid is None:
            for paragraph in paragraphs_of(table):
                yield from self._paragraph(paragraph)
            return
        yield _Sized(Line(role=Role.TABLE, page=self._here(), grid=grid), 0, bold=False)
        self.page += sum(1 for _ in table.iter(f"{W}lastRenderedPageBreak"))

    def _paragraph(self, paragraph: Element) -> Iterator[_Sized]:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.of(value_of(properties, "pStyle"))
        text = text_of(paragraph, style)
        self.page += text.pages_before
        first = self._first(
            properties, style_heading=style.heading, style_list=(style.list_id, style.list_level)
        )
        yield from self._split(replace(first, contents=style.contents), text)
        self.page += text.pages - text.pages_before
        for inner in text.boxes:
            yield from self._paragraph(inner)

    def _first(self, properties: Element | None, *, style_heading: int, style_list: tuple[str, int]) -> Line:
        heading = outlined(value_of(properties, "outlineLvl")) or style_heading
        list_id = value_of(properties, "numPr/numId") or style_list[0]
        depth = int(number_of(value_of(properties, "numPr/ilvl"), style_list[1]))
        number = self._lists.next_number(list_id, depth) if list_id else ""
        if heading:
            return Line(f"{number} " if number else "", Role.HEADING, level=heading)
        if list_id and self._lists.is_bullet(list_id, depth):
            return Line("", Role.BULLET, level=depth + 1)
        if number:
            return Line(f"{number} ", Role.BULLET, level=depth + 1)
        return Line()

    def _split(self, first: Line, text: Text) -> Iterator[_Sized]:
        bold = bool(text.text.strip()) and not text.plain
        begins = True
        for row in text.text.split("\n"):
            printed = row.strip().replace("\u00a0", " ")
            if not printed:
                continue
            if first.role is Role.BULLET and first.text and bold:
                # A numbered line in bold letters is a heading without a style.
                first = replace(first, role=Role.TEXT, level=0)
            line = (
                replace(first, text=first.text + printed)
                if begins
                else Line(printed, hard=True, begins=False)
            )
            yield _Sized(replace(line, page=self._here()), text.size, bold)
            begins = False

    def _here(self) -> int | None:
        return self.page if self._parts.has_pages else None
