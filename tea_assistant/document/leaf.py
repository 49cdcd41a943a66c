"""Reads the assembled Markdown once for all outputs: title, draft mark, contents and body as tokens.

What an output gets here is harmless and whole: links lead to the web, a mail or a heading that there is,
pictures are those that came along, nothing is a control character, no heading skips a level.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import unquote

from markdown_it.token import Token

from tea_assistant.document.anchors import Anchors
from tea_assistant.prose.links import leads_out
from tea_assistant.prose.markdown import own_copy, parsed
from tea_assistant.prose.printable import printable

Pictures = Mapping[str, bytes]
"""SVG files by the address that the Markdown gives them: `stadt-herne-2025.bilder/figures.svg`."""
NO_PICTURES: Pictures = {}

_NO_CHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""Neither XML nor a page can hold them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    title: str
    anchor: str
    standing: str = ""
    """In a draft, how far the part is: „3 von 11 erledigt“."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document as outputs take it.

    Tokens are those of markdown-it-py. A `heading_open` has its anchor in `meta["anchor"]`, a link inside the
    document is `#` and such an anchor, and an `image` has in `attrs["src"]` the key of its picture.
    """

    title: str
    meta: tuple[Token, ...]
    """The inline tokens of the line under the title: who applies; empty where there is none."""
    draft: tuple[Token, ...]
    """The blocks of the mark that this is a draft, with what is missing; empty in a final document."""
    contents_title: str
    contents: tuple[Entry, ...]
    """The parts; an output may make its own contents of them, as long as it calls them the same."""
    body: tuple[Token, ...]
    """All parts; a part begins with a heading of level 2, and deeper ones follow without a gap."""


def read(markdown: str, pictures: Pictures = NO_PICTURES) -> Leaf:
    """Read a document that `assemble` has written; a picture that did not come along becomes its words."""
    tokens = [token for piece in _pieces(markdown) for token in own_copy(parsed(piece))]
    tokens = list(_without_empty_headings(tokens))
    anchors = _name_headings(tokens)
    for token in tokens:
        token.content, token.info = _clean(token.content), _clean(token.info)
        if token.children is not None:
            token.children = list(_harmless(token.children, anchors, pictures))
    contents = _next(tokens, 0, "heading_open", "h2")
    body = _next(tokens, contents + 1, "heading_open", "h2")
    front = tokens[:contents]
    title = _next(front, 0, "heading_close", "h1")
    quote = _next(front, 0, "blockquote_open")
    meta = _next(front, title + 1, "inline")
    return Leaf(
        title=words(front[1]) if title == 2 else "",
        meta=tuple(front[meta].children or ()) if meta < quote else (),
        draft=tuple(front[quote + 1 : _next(front, quote, "blockquote_close")]),
        contents_title=words(tokens[contents + 1]) if contents < len(tokens) else "",
        contents=tuple(_entries(tokens[contents + 3 : body])),
        body=tuple(tokens[body:]),
    )


def _pieces(markdown: str) -> Iterator[str]:
    """Yield the document chapter by chapter: one that is as it was need not be read again."""
    piece: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        if fence:
            fence = "" if line.startswith(fence) and not line.strip("` ") else fence
        elif line.startswith("```"):
            fence = line[: len(line) - len(line.lstrip("`"))]
        elif line.startswith("## ") and piece:
            yield "\n".join(piece)
            piece = []
        piece.append(line)
    yield "\n".join(piece)


def words(token: Token) -> str:
    """Return the words of an inline token without any markup."""
    if token.children:
        return "".join(words(child) for child in token.children)
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _next(tokens: Sequence[Token], start: int, kind: str, tag: str = "") -> int:
    """Return where the next token of a kind stands; behind the last one where there is none."""
    found = (
        at for at in range(start, len(tokens)) if tokens[at].type == kind and tag in ("", tokens[at].tag)
    )
    return next(found, len(tokens))


def _entries(tokens: Sequence[Token]) -> Iterator[Entry]:
    for token in tokens:
        children = token.children or []
        if children and children[0].type == "link_open":
            end = next(at for at, child in enumerate(children) if child.type == "link_close")
            title, rest = ("".join(map(words, part)) for part in (children[:end], children[end + 1 :]))
            yield Entry(title, str(children[0].attrs["href"]).removeprefix("#"), rest.removeprefix(": "))


def _without_empty_headings(tokens: Sequence[Token]) -> Iterator[Token]:
    """Leave out headings in which nothing can be seen: nobody can find the way by them."""
    last = len(tokens)
    empty = [
        at
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
        and not any(c.isprintable() and not c.isspace() for c in words(tokens[at + 1]))
    ]
    for start, end in zip([-3, *empty], [*empty, last], strict=True):
        yield from tokens[start + 3 : end]


def _name_headings(tokens: Sequence[Token]) -> frozenset[str]:
    """Give each heading its anchor, and a level at most one deeper than the last; return the anchors."""
    anchors, found, level = Anchors(), [], 0
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            level = min(int(token.tag[1:]), level + 1) if at else 1
            token.tag = tokens[at + 2].tag = f"h{level}"
            found.append(anchors.next(words(tokens[at + 1])))
            token.meta["anchor"] = found[-1]
    return frozenset(found)


def _harmless(tokens: Sequence[Token], anchors: frozenset[str], pictures: Pictures) -> Iterator[Token]:
    kept: list[bool] = []
    for token in tokens:
        token.content = _clean(token.content)
        match token.type:
            case "link_open":
                href = _href(token)
                kept.append(href[1:] in anchors if href.startswith("#") else leads_out(href))
                token.attrs["href"] = href
                if kept[-1]:
                    yield token
            case "link_close":
                if kept.pop():
                    yield token
            case "image":
                address = unquote(cast("str", token.attrs["src"]))
                token.attrs["src"] = address
                token.children = list(_harmless(token.children or (), anchors, pictures))
                yield from [token] if address in pictures else token.children
            case kind if kind.endswith("_reference"):
                yield Token("text", "", 0, content=token.content)
            case _:
                yield token


def _href(token: Token) -> str:
    """Return an address; one inside the document as its anchor is written, not as an address on the web."""
    href = cast("str", token.attrs["href"])
    return _clean(unquote(href) if href.startswith("#") else href)


def _clean(text: str) -> str:
    if text.isprintable():
        return text
    return printable(text, lines=True).translate(_NO_CHARACTERS)
