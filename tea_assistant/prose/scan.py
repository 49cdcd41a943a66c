"""Finds the references in prose, with the exact place of each."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from markdown_it.token import Token

from tea_assistant.prose.markdown import parse
from tea_assistant.prose.references import Mention, ReferenceKind


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a figure or a measure, as it stands in a prose."""

    kind: ReferenceKind
    target: str
    """Id of the indicator or measure; what else is written there if it is no id."""
    form: str
    """What is asked of a figure, as in `trend`; empty for its value alone."""
    line: int
    column: int
    """Of the opening bracket, both counted from 0."""
    raw: str
    closed: bool = True
    """False where the closing brackets are missing."""


def references(text: str) -> tuple[Reference, ...]:
    """Return the references of a prose in the order of its text, those in code left out."""
    if "{{" not in text and "[[" not in text:
        return ()
    # As the parser takes it, or its offsets would not fit.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").split("\n")
    return tuple(
        Reference(mention.kind, mention.target, mention.form, line, column, mention.raw, mention.closed)
        for token in parse(text)
        if token.type == "inline"
        for mention, line, column in _placed(token, lines)
    )


def _placed(token: Token, lines: list[str]) -> Iterator[tuple[Mention, int, int]]:
    """Yield the references inside an inline token with their lines and columns."""
    mentions = list(_mentions(token))
    if not mentions:
        return
    first = token.map[0] if token.map else 0
    if "column" in token.meta:
        for mention, at in mentions:
            yield mention, first, _column_in_cell(token, at)
        return
    content = token.content.split("\n")
    # Lines of odd spaces at the start of a paragraph are not in its text.
    while content[0].lstrip() not in lines[first]:
        first += 1
    starts = list(accumulate((len(line) + 1 for line in content), initial=0))
    indents: dict[int, int] = {}
    for mention, at in mentions:
        line = bisect(starts, at) - 1
        if line not in indents:
            indents[line] = _indent(content[line], lines[first + line])
        yield mention, first + line, at - starts[line] + indents[line]


def _indent(content: str, written: str) -> int:
    """Return how much further right a line of text stands in the prose.

    What stands before it is indentation and marks of quotes, lists and headings: none of it can look like a
    text with a reference, so the first match is the right one.
    """
    words = content.lstrip()
    return written.find(words) - (len(content) - len(words))


def _mentions(token: Token) -> Iterator[tuple[Mention, int]]:
    """Yield the references inside an inline token with their offsets in its text."""
    cursor = 0
    for child in token.children or ():
        if child.type == "image":
            # The text of a picture is parsed by itself, so its offsets are its own.
            for mention, _ in _mentions(child):
                cursor = token.content.index(mention.raw, cursor) + len(mention.raw)
                yield mention, cursor - len(mention.raw)
        elif "mention" in child.meta:
            mention = child.meta["mention"]
            cursor = mention.at + len(mention.raw)
            yield mention, mention.at


def _column_in_cell(token: Token, at: int) -> int:
    column: int = token.meta["column"]
    bars: tuple[int, ...] = token.meta["escaped_bars"]
    return column + at + sum(bar < at for bar in bars)
