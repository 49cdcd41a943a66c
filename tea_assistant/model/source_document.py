"""Somebody's document as it was read: headings, paragraphs, bullets and tables, each with its place."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.evidence import Origin
from tea_assistant.model.grid import Grid


class SourceKind(StrEnum):
    """What kind of file a document was read from."""

    MARKDOWN = "markdown"
    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TABLE = "table"
    """A workbook or a CSV file: tables only."""
    DOSSIER = "dossier"
    """Another dossier, with a heading for each of its measures."""


class BlockKind(StrEnum):
    """What a piece of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE = "table"


class Region(StrEnum):
    """In which part of a document a piece stands; only the body speaks of what somebody does."""

    FRONT = "front"
    """Before the first heading: title page, letterhead."""
    CONTENTS = "contents"
    """The table of contents, which repeats the headings."""
    BODY = "body"
    ANNEX = "annex"
    """Anhang, Anlagen: mostly tables."""
    LAW = "law"
    """The text of a law that was printed with the document."""


class Purpose(StrEnum):
    """What the label above a piece says of it."""

    GOAL = "goal"
    """Under „Ziele:“, „Zielsetzungen“, „Ziel 3:“."""
    MEASURE = "measure"
    """Under „Maßnahmen:“, „Umsetzung:“."""


class Block(Struct, frozen=True):
    """One heading, paragraph, bullet or table, whole even where lines or pages break it."""

    kind: BlockKind
    text: str = ""
    """Plain text without markup; a line end stands where the author ended a line, never where it was full.

    Of a heading, without its number; of a table, its rows with ` | ` between the cells.
    """
    line: int | None = None
    """Where it begins, from 1, in kinds of files whose lines people count; otherwise None."""
    page: int | None = None
    """The page it begins on, from 1; None where the file knows no pages."""
    level: int = 0
    """Of a heading and of a bullet, how deep it lies, from 1; of others 0."""
    number: str = ""
    """Of a heading, as printed and without the full stop behind it: „6.4.2“, „Teil C“, „§ 13“, „Anlage 3“."""
    headings: tuple[str, ...] = ()
    """The headings above it with their numbers, the outermost first; of a heading, without itself."""
    label: str = ""
    """The label it stands under, without its colon: „Ziele“, „Maßnahmen“; empty where there is none."""
    purpose: Purpose | None = None
    """What the label says, where it is one of goals or measures."""
    region: Region = Region.BODY
    grid: Grid | None = None
    """Of a table, its cells."""

    @property
    def heading(self) -> str:
        """The heading right above it, or its own with its number."""
        if self.kind is BlockKind.HEADING:
            return " ".join(part for part in (self.number, self.text) if part)
        return self.headings[-1] if self.headings else ""


class SourceDocument(Struct, frozen=True):
    """What was read from one file, in the order in which a person reads it."""

    name: str
    """The name of the file, as it was given."""
    sha256: str
    kind: SourceKind
    title: str = ""
    language: str = ""
    """`de`, `en`, or empty where the text is too short to tell."""
    pages: int | None = None
    """How many there are; None where the file knows no pages."""
    blocks: Sequence[Block] = ()
    remarks: tuple[str, ...] = ()
    """German: what was not read and why, and what a person should know."""

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that speak of what somebody does: neither contents nor annex, law or title page."""
        return tuple(block for block in self.blocks if block.region is Region.BODY)

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables of all regions."""
        return tuple(block.grid for block in self.blocks if block.grid is not None)

    def origin_of(self, block: Block) -> Origin:
        """Return where a block comes from, as a measure keeps it."""
        return Origin(
            document=self.name,
            heading=block.heading,
            line=block.line,
            page=block.page,
            sha256=self.sha256,
        )
