"""Writes prose as Markdown: references resolved, everything that was read as text safely escaped.

The library for this, mdformat, was tried: of 8,000 random texts 260 came out with another structure, among
them text that opened a code block and swallowed what followed; it knows no tables of its own and costs
150 ms to import.
"""

from collections.abc import Callable, Mapping, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tea_assistant.prose.markdown import parse
from tea_assistant.prose.render_inline import (
    inline_line,
    inline_lines,
    is_words_alone,
    longest_run,
    plain_line,
    words_lines,
)
from tea_assistant.prose.resolver import Resolver

_DEEPEST_HEADING = 6
_PARAGRAPH = frozenset({"paragraph_open", "inline", "paragraph_close"})
_LARGEST_NUMBER = 999_999_999


def render(prose: str | Sequence[Token], resolver: Resolver, *, below: int = 0) -> str:
    """Render prose, or what `parse` made of it; its headings go below that level."""
    tokens = parse(prose) if isinstance(prose, str) else prose
    if all(token.type in _PARAGRAPH and is_words_alone(token.children or ()) for token in tokens):
        # Most texts need no tree of their tokens.
        written = (words_lines(token.children or ()) for token in tokens if token.type == "inline")
        return "\n\n".join(filter(None, written))
    return _Renderer(resolver, _shift(tokens, below)).blocks(SyntaxTreeNode(tokens), "\n\n")


def heading_texts(tokens: Sequence[Token], resolver: Resolver) -> list[str]:
    """Return the words of each heading in parsed prose that gets printed."""
    if not any(token.type == "heading_open" for token in tokens):
        return []
    nodes = (node for node in SyntaxTreeNode(tokens).walk() if node.type == "heading")
    return [text for node in nodes if (text := plain_line(node, resolver).strip())]


def _shift(tokens: Sequence[Token], below: int) -> int:
    levels = [int(token.tag[1:]) for token in tokens if token.type == "heading_open"]
    return below + 1 - min(levels, default=1)


class _Renderer:
    def __init__(self, resolver: Resolver, shift: int) -> None:
        self._resolver = resolver
        self._shift = shift
        self._by_type: Mapping[str, Callable[[SyntaxTreeNode], str]] = {
            "paragraph": lambda node: inline_lines(node.children[0], resolver),
            "heading": self._heading,
            "blockquote": self._quote,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "fence": _code_block,
            "code_block": _code_block,
            "hr": lambda _: "___",
            "table": self._table,
        }

    def blocks(self, node: SyntaxTreeNode, separator: str) -> str:
        rendered = (self._by_type[child.type](child) for child in node.children)
        return separator.join(block for block in rendered if block)

    def _heading(self, node: SyntaxTreeNode) -> str:
        text = inline_line(node.children[0], self._resolver)
        if text.endswith("#"):
            text = text[:-1] + "\\#"
        level = min(int(node.tag[1:]) + self._shift, _DEEPEST_HEADING)
        return f"{'#' * level} {text}" if text else ""

    def _quote(self, node: SyntaxTreeNode) -> str:
        text = self.blocks(node, "\n\n")
        return "\n".join(f"> {line}" if line else ">" for line in text.split("\n")) if text else ""

    def _list(self, node: SyntaxTreeNode) -> str:
        paragraphs = [p for item in node.children for p in item.children if p.type == "paragraph"]
        separator = "\n" if all(p.hidden for p in paragraphs) else "\n\n"
        items = [
            _indented(marker, text)
            for marker, item in zip(_markers(node), node.children, strict=True)
            if (text := self.blocks(item, separator))
        ]
        return separator.join(items)

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = [row for part in node.children for row in part.children]
        cells = [
            [inline_line(cell.children[0], self._resolver) if cell.children else "" for cell in row.children]
            for row in rows
        ]
        return table(cells, [_alignment(cell) for cell in rows[0].children])


def table(rows: Sequence[Sequence[str]], alignments: Sequence[str]) -> str:
    """Write rows of rendered cells as a table, the first one as its head."""
    rule = {"left": ":---", "center": ":---:", "right": "---:"}
    lines = [rows[0], [rule.get(alignment, "---") for alignment in alignments], *rows[1:]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _alignment(cell: SyntaxTreeNode) -> str:
    return str(cell.attrs.get("style", "")).removeprefix("text-align:")


def _markers(node: SyntaxTreeNode) -> list[str]:
    """Return the marker of each item, unlike those of a list of the same kind right before."""
    count, other = len(node.children), _follows_its_kind(node)
    if node.type == "bullet_list":
        return ["* " if other else "- "] * count
    start = int(node.attrs.get("start", 1))
    return [f"{min(start + at, _LARGEST_NUMBER)}{')' if other else '.'} " for at in range(count)]


def _follows_its_kind(node: SyntaxTreeNode) -> bool:
    before, length = node.previous_sibling, 0
    while before is not None and before.type == node.type:
        before, length = before.previous_sibling, length + 1
    return length % 2 == 1


def _indented(marker: str, text: str) -> str:
    first, *rest = text.split("\n")
    indent = " " * len(marker)
    return "\n".join([marker + first, *(indent + line if line else "" for line in rest)])


def _code_block(node: SyntaxTreeNode) -> str:
    content = node.content.removesuffix("\n")
    fence = "`" * max(3, longest_run(content, "`") + 1)
    language = node.info.strip() if node.info.strip().isalnum() else ""
    return f"{fence}{language}\n{content}\n{fence}" if content else f"{fence}{language}\n{fence}"
