"""Turns the inline tokens of a text into what stands in a paragraph of the Word file."""

from collections.abc import Callable, Collection, Iterable, Iterator

from markdown_it.token import Token
from msgspec import Struct

from tea_assistant.document.docx.directions import directions
from tea_assistant.document.docx.style import MONOSPACED, font
from tea_assistant.document.docx.targets import Targets, link_mark
from tea_assistant.document.docx.xml import NOTHING, Markup, element, joined, text, w
from tea_assistant.document.leaf import words

_STYLES = {"link": "Hyperlink", "code": "HTMLCode", "draft": "Entwurf"}
# Bold and italic are no styles: in a heading, which is bold, Word would take a bold style back.
_DIRECT = {"strong": joined([w("b"), w("bCs")]), "em": joined([w("i"), w("iCs")])}

Draw = Callable[[Token], Markup]
"""Returns the picture of an image token."""


def describe(token: Token) -> Markup:
    """Return the words of a picture, for places that hold none."""
    return run(words(token))


class Writing(Struct, frozen=True):
    """How the text of a place is written."""

    targets: Targets
    notes: bool = True
    """Whether notes may stand here; in headings and the heads of tables they would be repeated."""
    draw: Draw = describe


def run(content: str, *looks: str) -> Markup:
    """Write text; `looks` are those in whose marks it stands."""
    return joined(
        w("r", _look(looks, leftward=leftward), element("w:t", {"xml:space": "preserve"}, text(piece)))
        for leftward, piece in directions(content)
    )


def runs(tokens: Iterable[Token], writing: Writing) -> Markup:
    """Write the inline tokens of a text."""
    return joined(_runs(iter(tokens), writing, ()))


def _runs(tokens: Iterator[Token], writing: Writing, looks: tuple[str, ...]) -> Iterator[Markup]:
    """Write all up to the mark that closes what is open."""
    for token in tokens:
        match token.type:
            case "link_open":
                inside = list(_until_closed(tokens))
                yield _link(str(token.attrs["href"]), inside, writing, looks)
            case "strong_open" | "em_open":
                yield from _runs(tokens, writing, (*looks, token.type.removesuffix("_open")))
            case "strong_close" | "em_close":
                return
            case "softbreak":
                yield run(" ", *looks)
            case "hardbreak":
                yield w("r", w("br"))
            case "image":
                yield writing.draw(token)
            case "code_inline":
                yield run(token.content, *looks, "code")
            case _ if token.content:
                yield run(token.content, *looks)


def _until_closed(tokens: Iterator[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "link_close":
            return
        yield token


def _link(href: str, inside: list[Token], writing: Writing, looks: tuple[str, ...]) -> Markup:
    shown = joined(_runs(iter(inside), writing, (*looks, "link")))
    targets = writing.targets
    heading = targets.heading(href[1:]) if href.startswith("#") else 0
    if heading:
        return w("hyperlink", shown, anchor=link_mark(heading), history=1)
    key = "" if href.startswith("#") else targets.address(href)
    if not key:
        return joined(_runs(iter(inside), writing, looks))
    link = element("w:hyperlink", {"r:id": key, "w:history": 1}, shown)
    return joined([link, _note(href, "".join(map(words, inside)), writing)])


def _note(href: str, shown: str, writing: Writing) -> Markup:
    """Print the address of a link at the foot of the page, once, unless its text is the address already."""
    bare = href.removeprefix("mailto:").removeprefix("tel:")
    if not writing.notes or shown.strip() in (href, bare):
        return NOTHING
    number = writing.targets.note(bare)
    if not number:
        return NOTHING
    return w("r", w("rPr", w("rStyle", val="Funotenzeichen")), w("footnoteReference", id=number))


def _look(looks: Collection[str], *, leftward: bool) -> Markup:
    named = next((style for look, style in _STYLES.items() if look in looks), "")
    marks = [
        w("rStyle", val=named) if named else NOTHING,
        # Word knows one style a run.
        font(MONOSPACED) if {"link", "code"} <= set(looks) else NOTHING,
        *(mark for look, mark in _DIRECT.items() if look in looks),
        w("rtl") if leftward else NOTHING,
    ]
    return w("rPr", *marks) if any(marks) else NOTHING
