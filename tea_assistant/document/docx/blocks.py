"""Turns the tokens of a document into the paragraphs and tables of the Word file."""

from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.document.docx.fields import field
from tea_assistant.document.docx.numbering import LEVELS, Numbering
from tea_assistant.document.docx.pictures import UNITS_A_TWIP, drawing, fitted, png_of
from tea_assistant.document.docx.runs import Writing, run, runs
from tea_assistant.document.docx.styles import HEADINGS, STEP
from tea_assistant.document.docx.tables import Cell, table
from tea_assistant.document.docx.targets import Targets, contents_mark, link_mark
from tea_assistant.document.docx.xml import NOTHING, Markup, joined, w
from tea_assistant.document.leaf import Pictures, words
from tea_assistant.document.paragraphs import leads_elsewhere, tells_facts

_QUOTE = 240
"""How far a quotation is indented, in twips."""
_STYLES = {"bullet_list": "Aufzhlungszeichen", "ordered_list": "Listennummer"}


class Place(Struct, frozen=True):
    """Where a block stands."""

    level: int = 0
    """How many lists it stands in."""
    quotes: int = 0
    """How many quotations it stands in."""
    width: int = 0
    """How much room there is, in twips."""
    kept: bool = False
    """Whether what follows belongs to it, and must not stand alone on the next page."""

    @property
    def indent(self) -> int:
        """How far it is indented, in twips; never so far that nothing fits beside."""
        return min(STEP * self.level + _QUOTE * self.quotes, self.width // 2)


class Layout(Struct, frozen=True):
    """How a paragraph is set, where its style does not say so."""

    style: str = ""
    indent: int = 0
    counted: Markup = NOTHING
    """The list and level that it is an item of."""
    hanging: int = 0
    kept: bool = False
    """Whether it stays with the next one."""
    loose: bool = False
    """Whether items of its list stand apart."""

    def markup(self) -> Markup:
        """Return the properties of the paragraph."""
        parts = [
            w("pStyle", val=self.style) if self.style else NOTHING,
            w("keepNext") if self.kept else NOTHING,
            self.counted,
            w("ind", left=self.indent, hanging=self.hanging) if self.indent else NOTHING,
            w("contextualSpacing", val=0) if self.loose else NOTHING,
        ]
        return w("pPr", *parts) if any(parts) else NOTHING


class Blocks:
    """Writes blocks; what they point at is collected in `targets` and `numbering`."""

    def __init__(self, targets: Targets, pictures: Pictures, room: tuple[int, int]) -> None:
        self.numbering = Numbering()
        self._targets = targets
        self._pictures = pictures
        self._room = room
        """Width and height of the text of a page, in twips."""
        self._heading = ""
        self._captions = 0
        self._writing = Writing(targets, draw=self._draw)
        self._in_cells = Writing(targets)
        self._in_headings = Writing(targets, notes=False)

    def blocks(self, tokens: Sequence[Token]) -> Markup:
        """Write a part of the document."""
        if not tokens:
            return NOTHING
        return joined(self._below(SyntaxTreeNode(tokens), Place(width=self._room[0])))

    def _below(self, node: SyntaxTreeNode, place: Place) -> Iterator[Markup]:
        leads = [child.type == "paragraph" and leads_elsewhere(_inline(child)) for child in node.children]
        # A quotation may be empty; then nothing is left to go with what follows.
        for child, kept in zip(node.children, [*leads[1:], False], strict=False):
            yield from self._block(child, replace(place, kept=kept))

    def _block(self, node: SyntaxTreeNode, place: Place) -> Iterator[Markup]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node, place)
            case "heading":
                yield self._title(node)
            case "bullet_list" | "ordered_list":
                yield from self._list(node, place)
            case "blockquote":
                yield from self._below(node, replace(place, quotes=place.quotes + 1))
            case "fence" | "code_block":
                yield self._code(node, place)
            case "hr":
                yield w("p", w("pPr", w("pStyle", val="Trennlinie")))
            case "table":
                yield self._table(node, place)

    def _paragraph(self, node: SyntaxTreeNode, place: Place) -> Iterator[Markup]:
        tokens = _inline(node)
        alone = bool(tokens) and all(token.type == "image" for token in tokens)
        style = (
            "Abbildung" if alone else "Zitat" if place.quotes else "Listenfortsetzung" if place.level else ""
        )
        style = style or ("Angaben" if tells_facts(tokens) else "")
        yield from self._text(tokens, Layout(style, place.indent, kept=place.kept))

    def _text(self, tokens: list[Token], layout: Layout) -> Iterator[Markup]:
        """Write a paragraph, and the captions of its pictures below."""
        captions = [str(token.attrs["title"]) for token in tokens if "title" in token.attrs]
        below = Layout("Beschriftung", layout.indent, kept=layout.kept)
        layout = replace(layout, kept=layout.kept or bool(captions))
        yield w("p", layout.markup(), runs(tokens, self._writing))
        yield from (self._caption(caption, below) for caption in captions)

    def _caption(self, caption: str, layout: Layout) -> Markup:
        self._captions += 1
        number = field("SEQ Abbildung \\* ARABIC", str(self._captions))
        return w("p", layout.markup(), run("Abbildung "), number, run(f": {caption}"))

    def _title(self, node: SyntaxTreeNode) -> Markup:
        opening = node.nester_tokens.opening if node.nester_tokens else None
        assert opening is not None
        # The title stands alone before; parts are the first level below it.
        level = min(max(int(node.tag[1:]) - 1, 1), HEADINGS)
        number = self._targets.heading(str(opening.meta["anchor"]))
        tokens = _inline(node)
        self._heading = "".join(map(words, tokens))
        return w(
            "p",
            w("pPr", w("pStyle", val=f"berschrift{level}")),
            *(w("bookmarkStart", id=key, name=name) for key, name in _marks(number).items()),
            runs(tokens, self._in_headings),
            *(w("bookmarkEnd", id=key) for key in _marks(number)),
        )

    def _list(self, node: SyntaxTreeNode, place: Place) -> Iterator[Markup]:
        level = min(place.level, LEVELS - 1)
        start = int(node.attrs.get("start", 1))
        numbered = node.type == "ordered_list"
        key = self.numbering.numbered(level, start) if numbered else self.numbering.bullets()
        below = replace(place, level=place.level + 1)
        tight = all(p.hidden for item in node.children for p in item.children if p.type == "paragraph")
        counted = w("numPr", w("ilvl", val=level), w("numId", val=key))
        layout = Layout(_STYLES[node.type], below.indent, counted, hanging=STEP, loose=not tight)
        for item in node.children:
            children = item.children
            # A mark needs a paragraph, and a table or a list can't be one.
            begins = bool(children) and children[0].type == "paragraph"
            yield from self._text(_inline(children[0]) if begins else [], layout)
            for child in children[begins:]:
                yield from self._block(child, below)

    def _code(self, node: SyntaxTreeNode, place: Place) -> Markup:
        lines = node.content.removesuffix("\n").split("\n")
        parts = (w("r", w("br")) if at % 2 else run(lines[at // 2]) for at in range(2 * len(lines) - 1))
        return w("p", Layout("HTMLVorformatiert", place.indent).markup(), *parts)

    def _table(self, node: SyntaxTreeNode, place: Place) -> Markup:
        rows = [
            [Cell(_inline(cell), str(cell.attrs.get("style", ""))) for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        width = self._room[0] - place.indent
        made = table(rows, self._heading, width, place.indent, self._in_cells)
        # Two tables in a row would be one to Word, and none may be the last of a document.
        return joined([made, w("p", w("pPr", w("pStyle", val="Tabellenende")))])

    def _draw(self, token: Token) -> Markup:
        png = png_of(self._pictures[str(token.attrs["src"])])
        relation, number = self._targets.picture(png)
        width, height = (each * UNITS_A_TWIP for each in self._room)
        return drawing(relation, number, fitted(png, width, height * 3 // 4), words(token))


def _marks(number: int) -> Mapping[int, str]:
    """Return the marks of a heading by their ids."""
    return {2 * number: link_mark(number), 2 * number + 1: contents_mark(number)}


def _inline(node: SyntaxTreeNode) -> list[Token]:
    inline = node.children[0].token if node.children else None
    return list(inline.children or ()) if inline else []
