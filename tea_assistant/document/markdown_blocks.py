"""Writes the blocks of a section as Markdown."""

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from tea_assistant.document.blocks import Block, Item, Items, Line, Lines, Paragraph, Prose, Span, Table
from tea_assistant.document.chart import Chart, description
from tea_assistant.prose.escape import escape, escape_line, guard_line_start
from tea_assistant.prose.links import is_kept, link
from tea_assistant.prose.render import render, table
from tea_assistant.prose.resolver import Resolver


def heading(level: int, title: str) -> str:
    """Write a heading."""
    text = escape_line(title)
    # Hashes at the end would be taken for the other half of the mark.
    return f"{'#' * level} {text[:-1]}\\#" if text.endswith("#") else f"{'#' * level} {text}"


class BlockWriter:
    """Writes blocks, with links to wherever sections, measures and pictures are."""

    def __init__(
        self,
        resolver: Resolver,
        section: Callable[[str], str],
        measure: Callable[[str], str],
        picture: Callable[[Chart], str] = lambda _: "",
    ) -> None:
        self._resolver = resolver
        self._section = section
        self._measure = measure
        self._picture = picture

    def block(self, block: Block, tokens: Sequence[Token], *, below: int, after_list: bool) -> str:
        """Write a block; `tokens` are what a prose was parsed to, and its headings go `below` that level."""
        match block:
            case Prose(_, label):
                return _labelled(label, render(tokens, self._resolver, below=below), tokens)
            case Paragraph(line):
                return self.line(line)
            case Lines(lines):
                return "\\\n".join(map(self.line, lines))
            case Items(items, numbered):
                # Prose uses the other bullets: two lists in a row would be read as one.
                bullet = "+ " if after_list else "- "
                markers = [f"{at}. " if numbered else bullet for at in range(1, len(items) + 1)]
                return "\n".join(map(self._item, markers, items))
            case Table(head, rows):
                cells = [[escape_line(cell) for cell in row] for row in (head, *rows)]
                return table(cells, ["", *["right"] * (len(head) - 1)])
            case Chart():
                return self._chart(block)

    def line(self, line: Line) -> str:
        """Write a line of the document's own."""
        return guard_line_start("".join(self._span(span) for span in line))

    def _chart(self, chart: Chart) -> str:
        """Write a picture; where there can be none, its description says as much."""
        text, address = escape(description(chart)), self._picture(chart)
        return f"!{link(text, address, escape_line(chart.title))}" if address else guard_line_start(text)

    def _item(self, marker: str, item: Item) -> str:
        below = [f"{' ' * len(marker)}- {self.line(line)}" for line in item.below]
        return "\n".join([marker + self.line(item.line), *below])

    def _span(self, span: Span) -> str:
        if span.strong:
            return f"**{escape_line(span.text)}**"
        text = escape(span.text)
        href = self._href(span)
        return link(text, href) if href else text

    def _href(self, span: Span) -> str:
        if span.section:
            return self._section(span.section)
        if span.measure:
            return self._measure(span.measure)
        return span.url if span.url and is_kept(span.url) else ""


def _labelled(label: str, text: str, tokens: Sequence[Token]) -> str:
    """Let a label run in before a text that begins with a paragraph; before others it stands alone."""
    if not label or not text:
        return text
    mark = f"**{escape(label)}**"
    return f"{mark} {text}" if tokens[0].type == "paragraph_open" else f"{mark}\n\n{text}"
