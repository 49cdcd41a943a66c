"""Paragraphs from lines: words that a line end broke become whole, bullets lose their marks."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from tea_assistant.importing.documents.lines import Line, Role
from tea_assistant.importing.labels import is_label
from tea_assistant.patterns import regex

_AND = regex(r"(?:und|oder|bzw|beziehungsweise|sowie|noch|als|wie|bis|u)\b")
_WORD_BROKEN = regex(r"[^\W\d_][-\u2010\u2011]$")
_DASH_END = regex(r"\w[-\u2010\u2011/]$")
_MARKED = regex(r"(?P<mark>[•◦▪▫■□●○‣⁃►▶→➔➢➤✓✔\u00b7\uf000-\uf0ff]|[-–—*+](?=\s)|o(?=\s{2,}|\t))\s*(?=\S)")
_PLAIN_MARKS = "-–—*+o"
_ORDERED = regex(r"(?:(?:\d{1,2}|[a-z])\)|\d{1,2}\.(?!\d))\s+(?=\S)")
CENTRED = regex(r"[-–—]\s.*\s[-–—]")
"""A line between two dashes, as titles have it: „- 3. Auszeichnung -“."""
_LEADER = regex(r"(?:\.{3,}|…|\s\.\s\.)\s*\d{0,4}$")
_ENDED = regex(r"[.!?:…][“”\"»)\]]*$")
_LONG = 40
"""Characters: what is shorter is rather a heading than half a sentence."""
_END = 200
"""Characters in which the end of a paragraph is looked at: a whole file may be one, and it grows by lines."""


def paragraphs(lines: Iterable[Line]) -> list[Line]:
    """Join the lines of each paragraph, item and heading; the place is that of its first line."""
    blocks: list[Line] = []
    for found in lines:
        line = _without_mark(found, blocks[-1] if blocks else None)
        before = blocks[-1] if blocks else None
        if before is not None and _goes_on(before, line):
            blocks[-1] = replace(before, text=joined(before.text, line.text, hard=line.hard))
        elif line.text or line.grid is not None:
            blocks.append(replace(line, begins=True))
    return _mended(blocks)


def joined(before: str, after: str, *, hard: bool = False) -> str:
    """Return two lines as one text: a word that was broken becomes whole, „Büro- und“ stays apart."""
    if before.endswith("\u00ad"):
        return before[:-1] + after
    if _at_end(_WORD_BROKEN, before) and after[:1].islower():
        return f"{before} {after}" if _AND.match(after) else before[:-1] + after
    if _at_end(_DASH_END, before) and after[:1].isalnum() and not (hard and before.endswith("/")):
        return before + after
    return f"{before}\n{after}" if hard else f"{before} {after}"


def _without_mark(line: Line, before: Line | None) -> Line:
    if line.role not in (Role.TEXT, Role.BULLET) or CENTRED.fullmatch(line.text):
        return line
    found = _MARKED.match(line.text)
    free = (
        line.begins or line.hard or line.role is Role.BULLET or (before is not None and is_label(before.text))
    )
    in_list = before is not None and before.role is Role.BULLET
    if found and (found["mark"] not in _PLAIN_MARKS or free):
        return _bullet(line, found.end())
    if (line.begins or (in_list and line.hard)) and line.role is Role.BULLET:
        ordered = _ORDERED.match(line.text)
        return _bullet(line, ordered.end() if ordered else 0)
    return line


def _bullet(line: Line, at: int) -> Line:
    return replace(line, text=line.text[at:].strip(), role=Role.BULLET, level=line.level or 1, begins=True)


def _goes_on(before: Line, line: Line) -> bool:
    if (
        line.begins
        or line.role is Role.TABLE
        or before.role is Role.TABLE
        or before.contents
        or line.contents
    ):
        return False
    if _at_end(_LEADER, before.text) or is_label(before.text) or is_label(line.text):
        return False
    return not (line.hard and (line.strong != before.strong or before.role is Role.HEADING))


def _at_end(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text, max(0, len(text) - _END)) is not None


def _mended(blocks: list[Line]) -> list[Line]:
    """Join what the end of a page or a blank line tore apart in the midst of a sentence or a word."""
    mended: list[Line] = []
    for block in blocks:
        before = mended[-1] if mended else None
        if before is not None and _is_torn(before, block):
            mended[-1] = replace(before, text=joined(before.text, block.text))
        else:
            mended.append(block)
    return mended


def _is_torn(before: Line, block: Line) -> bool:
    text = (Role.TEXT, Role.BULLET)
    if before.role not in text or block.role not in text or not block.text[:1].islower():
        return False
    if before.contents or block.contents or (block.role is Role.BULLET and before.role is Role.TEXT):
        return False
    if _at_end(_WORD_BROKEN, before.text):
        return block.role is Role.TEXT or not _AND.match(block.text)
    # Items often begin with a small letter and end with nothing.
    return block.role is Role.TEXT and len(before.text) >= _LONG and not _at_end(_ENDED, before.text)
