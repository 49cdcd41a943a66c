"""Markdown as lines: its own headings and lists, and whatever of them people wrote without marks."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.importing.documents.lines import Line, Lines, Role
from tea_assistant.importing.line_joining import CENTRED
from tea_assistant.importing.line_widths import WIDEST, is_hard, width_of
from tea_assistant.importing.markdown_grids import grids
from tea_assistant.importing.text_lines import split_lines
from tea_assistant.patterns import regex
from tea_assistant.prose.gender_star import gender_star
from tea_assistant.prose.nesting import bounded_nesting

_ELEMENT = regex(r"<[^<>]*>")
_TAG = regex(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_COMMENT_END = "-->"
_BREAKS = frozenset(("softbreak", "hardbreak"))
_RAW = frozenset(("code_block", "fence", "html_block"))


class _Piece(Struct, frozen=True):
    """A line of a paragraph: its text, whether all of it is bold, and whether the mark of a break ends it."""

    text: str
    strong: bool = False
    broken: bool = False


def read(name: str, text: str) -> Lines:
    """Read a text; its lines keep their numbers."""
    # Markdown would take the first of the two dashes around a title for the mark of an item.
    source = [
        line.replace("-", "–", 1) if CENTRED.fullmatch(line.strip()) else line for line in split_lines(text)
    ]
    tables = [Line(role=Role.TABLE, line=grid.rows[0][0].line, grid=grid) for grid in grids(name, text)]
    for table in tables:
        assert table.grid is not None
        # Between the first row and the second stands the line of dashes.
        last = max(table.grid.rows[-1][0].line, table.grid.rows[0][0].line + 1)
        source[(table.line or 1) - 1 : last] = [""] * (last - (table.line or 1) + 1)
    prose = list(_prose(source))
    return Lines(tuple(sorted((*prose, *tables), key=lambda line: line.line or 0)))


def _prose(source: Sequence[str]) -> Iterator[Line]:
    tokens = _parser().parse("\n".join(source))
    pieces = {at: _pieces(token) for at, token in enumerate(tokens) if token.type == "inline"}
    width = width_of([piece.text for piece in found] for found in pieces.values())
    lists: list[tuple[int, bool]] = []
    item = ""
    for at, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append((_indent(source, token), _is_single(tokens, at)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            item = f"{token.info}{token.markup} " if token.info else token.markup
        elif token.type == "inline":
            first = _first(tokens[at - 1], lists, item)
            yield from _lines(token, pieces[at], first, width, _deeper(source, token, lists))
            item = ""
        elif token.type in _RAW:
            yield from _raw(token)


def _first(opening: Token, lists: Sequence[tuple[int, bool]], item: str) -> Line:
    if opening.type == "heading_open":
        return Line(role=Role.HEADING, level=int(opening.tag[1:]))
    if not item:
        return Line()
    if item[0].isdigit():
        # A single „1. Vorwort“ is rather a heading than a list.
        return (
            Line(item) if lists[-1][1] and len(lists) == 1 else Line(item, role=Role.BULLET, level=len(lists))
        )
    return Line(role=Role.BULLET, level=len(lists))


def _lines(token: Token, pieces: Sequence[_Piece], first: Line, width: int, deeper: bool) -> Iterator[Line]:
    number = _line(token)
    before = ""
    for at, piece in enumerate(pieces):
        if at == 0:
            level = first.level + (deeper and first.role is Role.BULLET and piece.text[:1].islower())
            yield replace(first, text=first.text + piece.text, line=number, strong=piece.strong, level=level)
        else:
            hard = pieces[at - 1].broken or is_hard(before, piece.text, width)
            # What is longer than any line is a paragraph of its own.
            begins = hard and len(before) > WIDEST
            yield Line(piece.text, line=number + at, begins=begins, hard=hard, strong=piece.strong)
        before = piece.text


def _pieces(token: Token) -> list[_Piece]:
    pieces: list[_Piece] = []
    text, bold, plain = "", 0, False
    for child in token.children or ():
        bold += (child.type == "strong_open") - (child.type == "strong_close")
        is_break = child.type == "html_inline" and child.content.lower().startswith("<br")
        if child.type in _BREAKS:
            pieces.append(_piece(text, plain, child.type == "hardbreak"))
            text, plain = "", False
        elif is_break:
            text += " "
        elif child.type in ("text", "code_inline", "image"):
            text += child.content
            plain = plain or (not bold and bool(child.content.strip()))
    pieces.append(_piece(text, plain, False))
    return pieces


def _piece(text: str, plain: bool, broken: bool) -> _Piece:
    # Marks of emphasis that found no partner say nothing.
    cleaned = " ".join(text.replace("**", "").split())
    return _Piece(cleaned, bool(cleaned) and not plain, broken)


def _without_tags(text: str) -> str:
    # Behind the last end of a comment none ends: to look for one from each beginning would take minutes.
    end = text.rfind(_COMMENT_END) + len(_COMMENT_END) if _COMMENT_END in text else 0
    return _TAG.sub(_line_ends, text[:end]) + _ELEMENT.sub(_line_ends, text[end:])


def _line_ends(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _raw(token: Token) -> Iterator[Line]:
    text = token.content
    if token.type == "html_block":
        text = _without_tags(text)
    begins = True
    for number, line in enumerate(text.split("\n"), start=_line(token) + (token.type == "fence")):
        if line.strip():
            yield Line(" ".join(line.split()), line=number, begins=begins, hard=not begins)
        begins = not line.strip()


def _is_single(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a list has one item only."""
    level = tokens[at].level
    items = 0
    for token in tokens[at + 1 :]:
        if token.level == level:
            break
        items += token.type == "list_item_open" and token.level == level + 1
        if items > 1:
            return False
    return True


def _deeper(source: Sequence[str], token: Token, lists: Sequence[tuple[int, bool]]) -> bool:
    """Tell whether an item stands a little to the right of its list, too little for Markdown to see."""
    return bool(lists) and _indent(source, token) > lists[-1][0]


def _indent(source: Sequence[str], token: Token) -> int:
    line = source[_line(token) - 1] if _line(token) <= len(source) else ""
    return len(line) - len(line.lstrip())


def _line(token: Token) -> int:
    return (token.map[0] if token.map else 0) + 1


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").use(gender_star).use(bounded_nesting)
