"""What a section of the document is made of."""

from msgspec import Struct

from tea_assistant.document.chart import Chart


class Span(Struct, frozen=True):
    """A run of plain text; at most one of its three targets is set."""

    text: str
    strong: bool = False
    section: str = ""
    """Id of the section that it links to."""
    measure: str = ""
    """Id of the measure whose entry it links to."""
    url: str = ""


Line = tuple[Span, ...]


class Prose(Struct, frozen=True):
    """A text as the user wrote it, in Markdown with references; a label runs in before its first word."""

    text: str
    label: str = ""


class Paragraph(Struct, frozen=True):
    """A line of the document's own."""

    line: Line


class Lines(Struct, frozen=True):
    """Lines of the document's own that belong together: one paragraph, each of them on a new line."""

    lines: tuple[Line, ...]


class Item(Struct, frozen=True):
    """An entry of a list, with a list of its own below where it has one."""

    line: Line
    below: tuple[Line, ...] = ()


class Items(Struct, frozen=True):
    """A list."""

    items: tuple[Item, ...]
    numbered: bool = False


class Table(Struct, frozen=True):
    """Rows of cells under a head; the first column is text, the others are numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Prose | Paragraph | Lines | Items | Table | Chart


class Section(Struct, frozen=True):
    """A heading with what stands under it."""

    id: str
    part: str
    """Id of the part of the application that it belongs to."""
    title: str
    level: int
    blocks: tuple[Block, ...] = ()


class Fact(Struct, frozen=True):
    """Something that is known, under its label; where several things are, one line each."""

    key: str
    """Name of what is told, as the files of the dossier call it."""
    label: str
    lines: tuple[Line, ...]

    def item(self) -> Item:
        """Make an entry of a list of facts: the label and what it is, or a list below the label."""
        label = Span(f"{self.label}:", strong=True)
        return (
            Item((label, Span(" "), *self.lines[0])) if len(self.lines) == 1 else Item((label,), self.lines)
        )


def fact(key: str, label: str, *spans: Span | str) -> Fact:
    """Make a fact of a single line."""
    return Fact(key, label, (tuple(map(_span, spans)),))


def joined(spans: list[Span], separator: str = ", ") -> Line:
    """Put spans side by side."""
    parts = [part for span in spans for part in (Span(separator), span)]
    return tuple(parts[1:])


def _span(value: Span | str) -> Span:
    return Span(value) if isinstance(value, str) else value
