"""Plain text as lines: blank lines part paragraphs, indentation says how deep an item lies."""

from collections.abc import Iterator, Sequence

from tea_assistant.importing.documents.lines import Line, Lines, Role
from tea_assistant.importing.heading_numbers import numbered
from tea_assistant.importing.line_widths import WIDEST, is_hard, width_of
from tea_assistant.patterns import regex

_ITEM = regex(r"(?:[-–—*+•▪■●◦○►·]|(?:\d{1,2}|[a-z])\)|\d{1,2}\.)\s+\S")
_SURE = regex(r"[-*+•▪■●◦○►·]\s+\S")
_TAB = 4


def read(text: str) -> Lines:
    """Read a text; its lines keep their numbers."""
    numbered = list(enumerate(split_lines(text), start=1))
    groups = list(_groups(numbered))
    width = width_of([line.strip() for _, line in group] for group in groups)
    steps: list[int] = []
    return Lines(tuple(line for group in groups for line in _lines(group, width, steps)))


def split_lines(text: str) -> list[str]:
    """Return what an editor counts as lines, so that the numbers are those which a person sees."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _lines(group: Sequence[tuple[int, str]], width: int, steps: list[int]) -> Iterator[Line]:
    """Yield the lines of a paragraph or list; `steps` are how deep the items before it lie."""
    before = ""
    for at, (number, raw) in enumerate(group):
        text = " ".join(raw.split())
        hard = at > 0 and is_hard(before, text, width)
        if _SURE.match(text) or (_ITEM.match(text) and (at == 0 or hard)):
            depth = _depth(steps, len(raw.expandtabs(_TAB)) - len(raw.expandtabs(_TAB).lstrip()))
            role = Role.BULLET if _SURE.match(text) or len(group) > 1 else Role.TEXT
            yield Line(text, role, number, level=depth if role is Role.BULLET else 0)
        else:
            # What is longer than any line is a paragraph of its own.
            begins = at == 0 or (hard and (len(before) > WIDEST or numbered(text) is not None))
            if begins:
                steps.clear()
            yield Line(text, line=number, begins=begins, hard=hard)
        before = text


def _depth(steps: list[int], indent: int) -> int:
    while steps and indent < steps[-1]:
        steps.pop()
    if not steps or indent > steps[-1]:
        steps.append(indent)
    return len(steps)


def _groups(numbered: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    group: list[tuple[int, str]] = []
    for number, line in numbered:
        if line.strip():
            group.append((number, line))
        elif group:
            yield group
            group = []
    if group:
        yield group
