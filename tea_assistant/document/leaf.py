"""Reads the assembled Markdown once for all outputs: title, draft mark, contents and body as tokens.

What an output gets here is harmless and whole: links lead to the web, a mail or a heading that there is,
pictures are those that came along, nothing is a control character, no heading skips a level.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import cast
from urllib.parse import unquote

from markdown_it.token import Token
from msgspec import Struct

from tea_assistant.document.anchors import Anchors
from tea_assistant.document.memory import Memory
from tea_assistant.prose.links import leads_out
from tea_assistant.prose.markdown import own_copy, parse
from tea_assistant.prose.printable import printable

Pictures = Mapping[str, bytes]
"""SVG files by the address that the Markdown gives them: `stadt-herne-2025.bilder/figures.svg`."""
NO_PICTURES: Pictures = {}


class Entry(Struct, frozen=True):
    """A line of the contents."""

    title: str
    anchor: str
    standing: str = ""
    """In a draft, how far the part is: „3 von 11 erledigt“."""


class Chapter(Struct, frozen=True, eq=False):
    """A part of a document: its tokens, which nobody may change, as many documents may share them."""

    tokens: tuple[Token, ...]
    level: int
    """Of its last heading."""


class Leaf(Struct, frozen=True):
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
    chapters: tuple[Chapter, ...]
    """All parts; each begins with a heading of level 2, and deeper ones follow without a gap."""

    @property
    def body(self) -> tuple[Token, ...]:
        """The tokens of all parts."""
        return tuple(token for chapter in self.chapters for token in chapter.tokens)


def read(markdown: str, pictures: Pictures = NO_PICTURES, memory: Memory | None = None) -> Leaf:
    """Read a document that `assemble` has written; a picture that did not come along becomes its words.

    With the memory of the document before, chapters that are as they were are not read again.
    """
    memory = Memory() if memory is None else memory
    pieces = [memory.recall(_read, piece) for piece in _pieces(markdown)]
    numbering = Anchors()
    named = [tuple(map(numbering.next, piece.headings)) for piece in pieces]
    anchors, addresses = frozenset(chain(*named)), frozenset(pictures)
    chapters: list[Chapter] = []
    for piece, names in zip(pieces, named, strict=True):
        level = chapters[-1].level if chapters else 0
        chapters.append(memory.recall(_chapter, piece, level, names, anchors, addresses))
    front, listed, *body = [*chapters, Chapter((), 0)] if len(chapters) < 2 else chapters
    title = _next(front.tokens, 0, "heading_close", "h1")
    quote = _next(front.tokens, 0, "blockquote_open")
    meta = _next(front.tokens, title + 1, "inline")
    return Leaf(
        title=words(front.tokens[1]) if title == 2 else "",
        meta=tuple(front.tokens[meta].children or ()) if meta < quote else (),
        draft=front.tokens[quote + 1 : _next(front.tokens, quote, "blockquote_close")],
        contents_title=words(listed.tokens[1]) if listed.tokens else "",
        contents=tuple(_entries(listed.tokens[3:])),
        chapters=tuple(body),
    )


class _Piece(Struct, frozen=True, eq=False):
    """A piece of the document as it was parsed, with the words of its headings."""

    tokens: tuple[Token, ...]
    headings: tuple[str, ...]


def _read(markdown: str) -> _Piece:
    tokens = tuple(_without_empty_headings(parse(markdown)))
    heads = (tokens[at + 1] for at, token in enumerate(tokens) if token.type == "heading_open")
    return _Piece(tokens, tuple(map(words, heads)))


def _chapter(
    piece: _Piece, level: int, names: tuple[str, ...], anchors: frozenset[str], addresses: frozenset[str]
) -> Chapter:
    """Give each heading its anchor, and a level at most one deeper than the last; make the rest harmless."""
    tokens, left = own_copy(piece.tokens), iter(names)
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            level = min(int(token.tag[1:]), level + 1)
            token.tag = tokens[at + 2].tag = f"h{level}"
            token.meta["anchor"] = next(left)
        token.content, token.info = _clean(token.content), _clean(token.info)
        if token.children is not None:
            token.children = list(_harmless(token.children, anchors, addresses))
    return Chapter(tuple(tokens), level)


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


def _harmless(tokens: Sequence[Token], anchors: frozenset[str], addresses: frozenset[str]) -> Iterator[Token]:
    kept: list[bool] = []
    for given in tokens:
        content = _clean(given.content)
        token = given if content == given.content else replace(given, content=content)
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
                token.children = list(_harmless(token.children or (), anchors, addresses))
                yield from [token] if address in addresses else token.children
            case kind if kind.endswith("_reference"):
                yield Token("text", "", 0, content=token.content)
            case _:
                yield token


def _href(token: Token) -> str:
    """Return an address; one inside the document as its anchor is written, not as an address on the web."""
    href = cast("str", token.attrs["href"])
    return _clean(unquote(href) if href.startswith("#") else href)


def _clean(text: str) -> str:
    return text if text.isprintable() else printable(text, lines=True)
