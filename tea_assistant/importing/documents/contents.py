"""Finds the table of contents, which repeats all headings and is never content itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from tea_assistant.importing.documents.headings import key
from tea_assistant.importing.documents.lines import Line, Role
from tea_assistant.importing.heading_numbers import numbered
from tea_assistant.model.grid import Grid
from tea_assistant.patterns import regex

_TITLE = regex(
    r"(?:Inhalt|Inhaltsverzeichnis|Inhaltsübersicht|Gliederung|(?:Table of )?Contents)"
    r"\s*(?:\(.{0,12}\))?\s*:?",
    re.IGNORECASE,
)
_FILL = " .…·_\t\u00a0"
_DOTS = 3
_DIGITS = "0123456789"
_LONGEST = 200
"""Characters of an entry; a paragraph behind the contents is longer."""
_RUN = 3
"""So many lines with dots and a page are contents without a title above them."""
_SHARE = 0.5


class Contents(Struct, frozen=True):
    """Which lines are contents, and what they list."""

    inside: frozenset[int]
    titles: Mapping[str, int]
    """The titles as `key` makes them, with and without number, and how deep the number lies."""


def contents_of(lines: Sequence[Line]) -> Contents:
    """Find all tables of contents, that of an appended law among them."""
    keys = [key(line.text) for line in lines]
    inside: set[int] = set()
    titles: dict[str, int] = {}
    at = 0
    while at < len(lines):
        end = _end(lines, keys, at)
        if end > at:
            inside.update(range(at, end))
            for line in lines[at:end]:
                titles.update((key(text), depth) for text, depth in _titles(line))
            at = end
        else:
            at += 1
    # A word such as „Ziele“ may head many places; only what is told apart by its length or number counts.
    return Contents(frozenset(inside), {title: depth for title, depth in titles.items() if len(title) > _RUN})


def _end(lines: Sequence[Line], keys: Sequence[str], at: int) -> int:
    """Return where the contents that begin at a line end; the line itself where none do."""
    if lines[at].contents:
        end = at
        while end < len(lines) and lines[end].contents:
            end += 1
        return end
    titled = len(lines[at].text) <= _LONGEST and _TITLE.fullmatch(lines[at].text.strip()) is not None
    end = at + titled
    later = _Later(keys, end) if titled else None
    seen: set[str] = set()
    while end < len(lines):
        line = lines[end]
        if keys[end] and keys[end] in seen:
            break
        entries = [text for text, _ in _titles(line)]
        paged = _is_entry(line)
        if not paged and not (later is not None and later.repeats(line, end)):
            break
        seen.update(key(text) for text in entries)
        end += 1
    if titled:
        return end if end > at + 1 else at
    # A single line with dots may be a form.
    dotted = (_entry(line.text) for line in lines[at : at + _RUN])
    return end if end - at >= _RUN and all(entry and entry[1] for entry in dotted) else at


class _Later:
    """Which lines come again behind the contents."""

    def __init__(self, keys: Sequence[str], begin: int) -> None:
        self._last = {key: at for at, key in enumerate(keys) if at >= begin and key}
        self._texts = sorted(self._last)

    def repeats(self, line: Line, at: int) -> bool:
        """Tell whether the line is short and comes again, or the heading that begins with it does."""
        found = key(line.text)
        return (
            line.role is not Role.TABLE and 0 < len(line.text) <= _LONGEST and self._last.get(found, at) > at
        )


def _is_entry(line: Line) -> bool:
    if line.grid is not None:
        return _is_table_of_contents(line.grid)
    return line.role is not Role.HEADING and _entry(line.text) is not None


def _entry(text: str) -> tuple[str, bool] | None:
    """Return the title of an entry with a page behind it, and whether dots lead there; None if it is none."""
    before = text.rstrip(_DIGITS)
    page = text[len(before) :]
    title = before.rstrip(_FILL)
    fill = before[len(title) :]
    dotted = fill.count(".") >= _DOTS or "…" in fill
    if not title or len(title) > _LONGEST or len(page) > _DOTS or not (dotted or (page and fill)):
        return None
    return title, dotted


def _is_table_of_contents(grid: Grid) -> bool:
    filled = [row for row in grid.rows if any(cell.text for cell in row)]
    pages = [row[-1].text for row in filled if row[-1].text.isdigit()]
    names = sum(1 for row in filled if any(len(cell.text) > _RUN for cell in row[:-1]))
    ascending = all(int(one) <= int(other) for one, other in pairwise(pages))
    return bool(filled) and ascending and min(len(pages), names) >= len(filled) * _SHARE


def _titles(line: Line) -> Iterator[tuple[str, int]]:
    if line.grid is not None:
        for row in line.grid.rows:
            text = " ".join(cell.text for cell in row[:-1] if cell.text)
            yield from _spellings(re.sub(r"[\s.…]+$", "", text))
        return
    found = _entry(line.text)
    yield from _spellings(found[0] if found else line.text)


def _spellings(text: str) -> Iterator[tuple[str, int]]:
    number = numbered(text)
    depth = len(number.parts) if number else 0
    if text:
        yield text, depth
    if number and number.text and len(number.text.split()) > 1:
        yield number.text, depth
