"""Tables in Markdown, and the prose between them, each with the place where it stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.model.grid import Grid, GridCell
from tea_assistant.patterns import regex

_DELIMITER = regex(r"\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_FENCE = regex(r"\s{0,3}(`{3,}|~{3,})")
_BAR = regex(r"(?<!\\)\|")
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")
_SPACES = regex(r"<br ?/?>|&nbsp;|\s+", re.IGNORECASE)
_STRONG = regex(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_HEADING = regex(r"\s{0,3}#{1,6}\s+")
_LONGEST_CAPTION = 80
"""Characters: what is longer is a paragraph and no caption."""
_MOST_PADDED = 4
"""So many times as many cells as are written may a table have once all its rows are as long."""
_NO_CAPTION = regex(r"[*\-+>|]\s|\*[^*]|\d+[.)]\s|.*[.;!?,]$|(?:Hinweis|Stand|Anmerkung)\b")


def grids(name: str, text: str) -> tuple[Grid, ...]:
    """Return the tables of a text; `name` is what messages call it."""
    lines = _lines(text)
    return tuple(_grid(name, lines, first, last) for first, last in _tables(lines))


def prose(text: str) -> tuple[GridCell, ...]:
    """Return the lines between the tables, blank ones left out."""
    lines = _lines(text)
    inside = {at for first, last in _tables(lines) for at in range(first, last)}
    return tuple(
        GridCell(_cleaned(line), number, len(line) - len(line.lstrip()) + 1)
        for number, line in enumerate(lines, start=1)
        if number - 1 not in inside and line.strip()
    )


def _lines(text: str) -> list[str]:
    # Only what an editor counts as a line, so that the numbers are those which a person sees.
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first line of each table and the one behind its last."""
    fence, at = "", 0
    while at < len(lines):
        line = lines[at]
        if opened := _FENCE.match(line):
            mark = opened[1]
            if not fence:
                fence = mark
            elif mark.startswith(fence):
                fence = ""
        if fence or "|" not in line or not _is_delimiter(lines, at + 1):
            at += 1
            continue
        end = at + 2
        while end < len(lines) and "|" in lines[end]:
            end += 1
        yield at, end
        at = end


def _is_delimiter(lines: Sequence[str], at: int) -> bool:
    # The cheap questions first: every line with a bar is asked.
    return at < len(lines) and "|" in lines[at] and "-" in lines[at] and bool(_DELIMITER.fullmatch(lines[at]))


def _grid(name: str, lines: Sequence[str], first: int, last: int) -> Grid:
    numbers = [first, *range(first + 2, last)]
    rows = [_cells(lines[number], number + 1) for number in numbers]
    width = max(len(row) for row in rows)
    # A row of ten thousand cells above ten thousand of one would become a hundred million.
    written = sum(map(len, rows))
    if width * len(rows) > max(limits.MAX_CELLS, _MOST_PADDED * written):
        raise ForeignFileError(
            f"Die Tabelle ab Zeile {first + 1} ist zu groß.",
            file=name,
            hint="Bitte prüfen, ob in einer ihrer Zeilen zu viele senkrechte Striche stehen.",
        )
    padded = tuple(
        tuple(cell or GridCell("", row[0].line, len(lines[number]) + 1) for cell, _ in _to(row, width))
        for number, row in zip(numbers, rows, strict=True)
    )
    return Grid(padded, name, _caption(lines, first), head=1)


def _to(row: Sequence[GridCell], width: int) -> Iterator[tuple[GridCell | None, int]]:
    return zip_longest(row, range(width))


def _cells(line: str, number: int) -> list[GridCell]:
    at = len(line) - len(line.lstrip())
    text = line.rstrip()[at:]
    if text.startswith("|"):
        text, at = text[1:], at + 1
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    cells = []
    for piece in _BAR.split(text) if "\\" in text else text.split("|"):
        begin = at + len(piece) - len(piece.lstrip()) if piece.strip() else at
        cells.append(GridCell(_cleaned(piece), number, begin + 1))
        at += len(piece) + 1
    return cells


def _cleaned(text: str) -> str:
    """Return text without markup that says nothing here; stars that mark a note or a gender stay."""
    text = _SPACES.sub(" ", text).strip()
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _caption(lines: Sequence[str], first: int) -> str:
    """Return the short text right above a table; a remark, a list or a whole sentence is none."""
    above = next((line for line in reversed(lines[max(0, first - 6) : first]) if line.strip()), "")
    text = _cleaned(_HEADING.sub("", above))
    if "|" in above or len(text) > _LONGEST_CAPTION or _NO_CAPTION.match(text):
        return ""
    return text.removesuffix(":")
