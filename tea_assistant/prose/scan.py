"""Finds the references in prose, with the exact place of each."""

from collections.abc import Iterator
from dataclasses import dataclass

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
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(
        Reference(m.kind, m.target, m.form, *_place(token, at, lines), m.raw, m.closed)
        for token in parse(text)
        if token.type == "inline"
        for m, at in _mentions(token)
    )


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


def _place(token: Token, at: int, lines: list[str]) -> tuple[int, int]:
    line = token.map[0] if token.map else 0
    if "column" in token.meta:
        return line, _column_in_cell(token, at)
    content = token.content.split("\n")
    # Lines of odd spaces at the start of a paragraph are not in its text.
    while content[0].lstrip() not in lines[line]:
        line += 1
    before = token.content[:at].split("\n")
    line += len(before) - 1
    # What stands before the text is indentation and marks of quotes, lists and headings: none of it can
    # look like a text with a reference, so the first match is the right one.
    written = content[len(before) - 1].lstrip()
    indent = len(before[-1]) - len(before[-1].lstrip())
    return line, lines[line].find(written) + len(before[-1]) - indent


def _column_in_cell(token: Token, at: int) -> int:
    column: int = token.meta["column"]
    bars: tuple[int, ...] = token.meta["escaped_bars"]
    return column + at + sum(bar < at for bar in bars)
