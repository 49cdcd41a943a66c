"""Writes sections for a terminal: headings, lists and tables as plain lines."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from tea_assistant.document.blocks import Block, Item, Items, Line, Paragraph, Prose, Section, Table

WIDTH = 80
_NARROWEST = 20
"""A title that is cut to fewer characters says nothing."""


def plain_lines(sections: Iterable[Section]) -> Iterator[str]:
    """Yield the lines of sections, a blank one before each heading but the first."""
    for at, section in enumerate(sections):
        if at:
            yield ""
        yield from (section.title, "=" * len(section.title)) if section.level <= 2 else (section.title,)
        for block in section.blocks:
            yield ""
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Items(items, _):
            for item in items:
                yield from _item(item)
        case Table(head, rows):
            yield from _table([head, *rows])
        case Paragraph(line):
            yield from _wrapped(_text(line), "", "")
        case Prose(text, label):
            yield from _wrapped(" ".join([label, *text.split()]).strip(), "", "")


def _item(item: Item) -> Iterator[str]:
    yield from _wrapped(_text(item.line), "  - ", "    ")
    for line in item.below:
        yield from _wrapped(_text(line), "      ", "        ")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    room = WIDTH - 2 - sum(width + 2 for width in widths[1:])
    first = min(widths[0], max(room, _NARROWEST))
    for row in rows:
        title = row[0] if len(row[0]) <= first else f"{row[0][: first - 1]}…"
        cells = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join(["", title.ljust(first), *cells]).rstrip()


def _text(line: Line) -> str:
    return "".join(span.text for span in line)


def _wrapped(text: str, first: str, following: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
