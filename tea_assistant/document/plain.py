"""Writes texts without any markup, as a field of a form takes them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tea_assistant.document.blocks import Line
from tea_assistant.prose.markdown import parse
from tea_assistant.prose.printable import printable
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.render_inline import plain_line
from tea_assistant.prose.resolver import Resolver

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
"""Addresses that mean something outside the dossier."""
_BREAKS = {0x2028: "\n", 0x2029: "\n\n"}
"""Characters that a form would take for nothing or for a box."""


def plain_prose(prose: str | Sequence[Token], resolver: Resolver) -> str:
    """Write prose, or what `parse` made of it: lists with hyphens, links with addresses."""
    tokens = parse(prose) if isinstance(prose, str) else prose
    return plain_text(_Writer(resolver).blocks(SyntaxTreeNode(tokens), "\n\n"))


def plain_spans(line: Line) -> str:
    """Write a line of the document's own, with the addresses that its links lead to."""
    return plain_text("".join(_with_address(span.text, span.url) for span in line))


def plain_text(text: str) -> str:
    """Return text that holds nothing but characters to read: none that a terminal or a form obeys."""
    lines = printable(text.replace("\r\n", "\n").translate(_BREAKS), lines=True).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _with_address(text: str, address: str) -> str:
    if not address.lower().startswith(_SCHEMES):
        return text
    shown = address.removeprefix("mailto:").removeprefix("tel:")
    return text if text.strip() == shown else f"{text} ({shown})" if text.strip() else shown


class _Writer:
    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._by_type: Mapping[str, Callable[[SyntaxTreeNode], str]] = {
            "paragraph": lambda node: self._lines(node.children),
            "heading": lambda node: self._lines(node.children),
            "blockquote": lambda node: self.blocks(node, "\n\n"),
            "bullet_list": self._list,
            "ordered_list": self._list,
            "fence": lambda node: node.content,
            "code_block": lambda node: node.content,
            "hr": lambda _: "",
            "table": self._table,
        }

    def blocks(self, node: SyntaxTreeNode, separator: str) -> str:
        """Write what stands in a block, one below the other."""
        written = (self._by_type[child.type](child).strip("\n") for child in node.children)
        return separator.join(text for text in written if text.strip())

    def _list(self, node: SyntaxTreeNode) -> str:
        start = int(node.attrs.get("start", 1))
        numbered = node.type == "ordered_list"
        items = [
            _indented(f"{start + at}. " if numbered else "- ", text)
            for at, item in enumerate(node.children)
            if (text := self.blocks(item, "\n"))
        ]
        return "\n".join(items)

    def _table(self, node: SyntaxTreeNode) -> str:
        """Write each row as an entry that names its columns: in a form nothing stands below anything."""
        head, *rows = [[self._lines(cell.children) for cell in row.children] for row in _rows(node)]
        if not rows:
            return "; ".join(filter(None, head))
        return "\n".join(f"- {entry}" for row in rows if (entry := "; ".join(_named(head, row))))

    def _lines(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        return "\n".join(line.strip() for line in "".join(map(self._inline, nodes)).split("\n"))

    def _inline(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "softbreak":
                return " "
            case "hardbreak":
                return "\n"
            case "link":
                text, href = "".join(map(self._inline, node.children)), str(node.attrs.get("href", ""))
                # An address that stands for itself is shown as it was written.
                return text if node.info == "auto" else _with_address(text, href)
            case ReferenceKind.FIGURE | ReferenceKind.EVIDENCE:
                return plain_line(node, self._resolver).replace("\n", " ")
            case _ if node.children:
                return "".join(map(self._inline, node.children))
        return node.content


def _rows(table: SyntaxTreeNode) -> Iterable[SyntaxTreeNode]:
    return (row for part in table.children for row in part.children)


def _named(head: Sequence[str], row: Sequence[str]) -> Iterable[str]:
    return (
        f"{name}: {value}" if name else value for name, value in zip(head, row, strict=False) if value.strip()
    )


def _indented(marker: str, text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([marker + first, *(" " * len(marker) + line for line in rest)])
