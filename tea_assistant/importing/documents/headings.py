"""Finds the headings of a document, with or without marks, and how deep each lies."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.importing.documents.lines import Line, Role
from tea_assistant.importing.heading_numbers import Numbered, follows, numbered
from tea_assistant.importing.labels import label_of
from tea_assistant.importing.line_joining import CENTRED
from tea_assistant.patterns import regex

LONGEST = 130
"""Characters of a heading; what is longer is a paragraph."""
_LONGEST_STRONG = 250
_SHORT = 80
_FEW_WORDS = 9
_ROW = 100
_MANY_LINES = 4
_PARAGRAPH = 120
"""Characters that a text must have to need a heading of more than one line."""
_ENOUGH = 3
"""So many headings with marks show that the author marks them all."""
_OPEN_END = regex(r"[.,;:!]$")
_BEGINS = regex(r"[„“\"(]?[A-ZÄÖÜ0-9]")
_NO_HEADING = regex(
    r"(?:Stand|Hinweis|Anmerkung|Quelle|Seite|Copyright|www\.|https?:|\*|Tel\b|E-Mail)"
    r"|\d+$|.*\S@\S|.*\d{1,2}\. [^\W\d_]{3,9} \d{4}$",
    re.IGNORECASE,
)
_ARTICLE = regex(r"(?:Die|Der|Das|Wir|Es|Sie|Dies\w*|Ein\w*|Im|In|Zur?|Zum|Bei|Für)\b")
_UNFINISHED = regex(r"\s(?:an|in|auf|zu|für|mit|bei|von|durch|und|der|die|das|sind|ist|werden|wird|sollen)$")
_UNWORDED = regex(r"[^\W\d_]{3}")
_TOP = ("Teil", "Kapitel")


class Found(Struct, frozen=True):
    """A line and, where it is a heading, its number and how deep it lies."""

    line: Line
    number: str = ""
    text: str = ""
    word: str = ""
    level: int = 0
    """From 1; 0 where it is no heading."""
    given: bool = True
    """Whether a mark, a number or the contents say that it is one, and not only how it looks."""


def with_headings(lines: Sequence[Line], contents: Mapping[str, int]) -> list[Found]:
    """Return all lines, those marked that are headings; `contents` are the titles that the contents list."""
    marked = sum(1 for line in lines if line.role is Role.HEADING)
    strong = sum(1 for line in lines if line.strong and _may_be(line))
    guess = marked < _ENOUGH and strong < _ENOUGH
    found: list[Found] = []
    last: tuple[int, ...] = ()
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        heading = _heading(line, following, last, contents, guess=guess, marked=marked >= _ENOUGH)
        if heading is None:
            found.append(Found(line, text=line.text))
            continue
        last = _parts(heading) or last
        found.append(heading)
    return _levelled(found)


def key(text: str) -> str:
    """Return what two printings of one heading have in common."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _heading(
    line: Line,
    following: Line | None,
    last: Sequence[int],
    contents: Mapping[str, int],
    *,
    guess: bool,
    marked: bool,
) -> Found | None:
    if line.contents or line.role in (Role.TABLE, Role.BULLET):
        return None
    text = " ".join(line.text.split())
    number = numbered(text)
    if line.role is Role.HEADING:
        return _as(line, number if number and _is_sound(number, last, contents, line) else None, text)
    if not _may_be(line):
        return _of_lines(line, following) if guess and "\n" in line.text else None
    if number is not None and _is_sound(number, last, contents, line):
        return _as(line, number, text)
    if key(text) in contents:
        return _as(line, None, text)
    if label_of(text) is not None or _NO_HEADING.match(text) or not _UNWORDED.search(text):
        return None
    if following is not None and following.role is Role.TABLE:
        # It is the caption of the table.
        return None
    if line.strong and not marked:
        return _as(line, None, text)
    if guess and following is not None and _looks_so(text, following):
        return _as(line, None, text, given=False)
    return None


def _as(line: Line, number: Numbered | None, text: str, *, given: bool = True) -> Found:
    if number is None:
        return Found(line, text=text.rstrip(": "), level=1, given=given)
    return Found(line, number.number, number.text.rstrip(": "), number.word, level=1, given=given)


def _may_be(line: Line) -> bool:
    text = line.text
    return (
        line.role is Role.TEXT
        and "\n" not in text
        and len(text) <= (_LONGEST_STRONG if line.strong else LONGEST)
        and not _OPEN_END.search(text)
        and _BEGINS.match(text) is not None
    ) or (
        line.role is Role.TEXT
        and text.startswith("§")
        and len(text) <= LONGEST
        and not _OPEN_END.search(text)
    )


def _is_sound(number: Numbered, last: Sequence[int], contents: Mapping[str, int], line: Line) -> bool:
    """Tell whether a number is that of a heading here, and not one of a list or within a sentence."""
    if key(number.number + number.text) in contents:
        return True
    if number.parts:
        return follows(last, number.parts) and (number.text[:1].isupper() or line.role is Role.HEADING)
    if number.word == "I":
        return line.role is Role.HEADING or line.strong
    if number.word in ("§", "Art.", "Artikel"):
        return not number.text or number.text[0].isupper() or number.text[0] == "("
    return not number.text or not number.text[0].islower()


def _looks_so(text: str, following: Line) -> bool:
    # „Die Beauftragte“ above a list is the beginning of a sentence that each item ends.
    begun = _ARTICLE.match(text) or _UNFINISHED.search(text)
    is_sentence = following.role is Role.BULLET and begun
    return len(text) <= _SHORT and len(text.split()) <= _FEW_WORDS and not is_sentence


def _of_lines(line: Line, following: Line | None) -> Found | None:
    """Return a title of a few short lines, which only a long paragraph below makes one."""
    rows = line.text.split("\n")
    if (
        line.role is not Role.TEXT
        or len(rows) > _MANY_LINES
        or any(len(row) > _ROW or _OPEN_END.search(row) for row in rows)
        or not _BEGINS.match(line.text)
        or following is None
        or following.role is not Role.TEXT
    ):
        return None
    if len(following.text) < _PARAGRAPH and not any(CENTRED.fullmatch(row) for row in rows):
        return None
    return Found(line, text=" – ".join(row.strip(" -–—") for row in rows), level=1, given=False)


def _levelled(found: list[Found]) -> list[Found]:
    """Return the headings with how deep each lies, by marks, numbers, sizes and their order."""
    depths = _Depths([heading for heading in found if heading.level])
    return [replace(heading, level=depths.of(heading)) if heading.level else heading for heading in found]


class _Depths:
    """How deep headings lie, asked one after the other."""

    def __init__(self, headings: Sequence[Found]) -> None:
        self._top = int(any(heading.word in _TOP for heading in headings))
        self._words: dict[str, int] = {}
        sizes = sorted({heading.line.size for heading in headings if heading.line.size}, reverse=True)
        counted = any(_parts(heading) for heading in headings)
        # Where headings have numbers, their sizes say less: often all are of one.
        self._ranks = {} if counted else {size: rank for rank, size in enumerate(sizes, start=1)}
        self._last = 0
        """How deep the last one lies that is more than a line in bold letters."""

    def of(self, heading: Found) -> int:
        """Return how deep the next heading lies, from 1."""
        if heading.line.role is Role.HEADING and heading.line.level:
            level = heading.line.level
        elif parts := _parts(heading):
            level = len(parts) + self._top
        elif heading.line.size in self._ranks:
            level = self._ranks[heading.line.size]
        elif heading.word:
            level = self._words.setdefault(heading.word, 1 if heading.word in _TOP else self._last + 1)
        else:
            return self._last + 1
        if heading.word in _TOP:
            self._words = {word: at for word, at in self._words.items() if at <= level}
        self._last = level
        return level


def _parts(heading: Found) -> tuple[int, ...]:
    found = numbered(heading.number + " x") if heading.number else None
    return found.parts if found is not None else ()
