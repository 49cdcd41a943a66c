"""Turns the tokens of a document into the blocks that the Typst template lays out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tea_assistant.document.leaf import words
from tea_assistant.document.paragraphs import leads_elsewhere, tells_facts
from tea_assistant.document.typst.runs import Notes, Run, breakable, plain, runs
from tea_assistant.document.typst.tables import table

_NOTE_NUMBERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

Block = dict[str, object]
"""`k` says which kind it is; the rest is what that kind needs."""


class Blocks:
    """Makes blocks; headings get the ids under which links find them."""

    def __init__(
        self, ids: Mapping[str, str], pictures: Mapping[str, int], notes: Notes, *, cautious: bool
    ) -> None:
        self._ids = ids
        self._pictures = pictures
        """Which one a picture is, by its address."""
        self._notes = notes
        self._cautious = cautious
        self._by_type: Mapping[str, Callable[[SyntaxTreeNode], Iterator[Block]]] = {
            "paragraph": self._paragraph,
            "heading": self._heading,
            "bullet_list": lambda node: self._list(node, "ul"),
            "ordered_list": lambda node: self._list(node, "ol"),
            "blockquote": self._quote,
            "fence": self._code,
            "code_block": self._code,
            "hr": lambda _: iter([{"k": "rule"}]),
            "table": self._table,
        }

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        """Return the blocks of a part of the document."""
        return self._below(SyntaxTreeNode(tokens)) if tokens else []

    def _below(self, node: SyntaxTreeNode) -> list[Block]:
        made: list[Block] = []
        for block in (block for child in node.children for block in self._by_type[child.type](child)):
            # What leads elsewhere never stands alone at the top of a page.
            leads, before = block.pop("leads", False), made[-1] if made else {}
            if leads and before.get("k") in ("p", "figure") and "see" not in before:
                before["see"] = block["runs"]
            else:
                made.append(block)
        return made

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        text: list[Token] = []
        for token in _inline(node):
            if token.type != "image":
                text.append(token)
                continue
            yield from self._text(text)
            text = []
            yield {
                "k": "figure",
                "picture": self._pictures[str(token.attrs["src"])],
                "alt": words(token),
                "caption": str(token.attrs.get("title", "")),
            }
        yield from self._text(text)

    def _text(self, tokens: list[Token]) -> Iterator[Block]:
        if made := self._runs(tokens):
            kind = "facts" if tells_facts(tokens) else "p"
            yield {"k": kind, "runs": made, "leads": leads_elsewhere(tokens)}

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        opening = node.nester_tokens.opening if node.nester_tokens else None
        assert opening is not None
        # The title stands alone above; parts are the first level below it.
        level = max(int(node.tag[1:]) - 1, 1)
        anchor = str(opening.meta["anchor"])
        yield {
            "k": "h",
            "level": level,
            "id": self._ids[anchor],
            "runs": self._runs(_inline(node), noted=False),
        }

    def _list(self, node: SyntaxTreeNode, kind: str) -> Iterator[Block]:
        paragraphs = (p for item in node.children for p in item.children if p.type == "paragraph")
        tight, start = all(p.hidden for p in paragraphs), node.attrs.get("start", 1)
        # A note has its number already, so it needs no mark in front.
        for is_note, items in groupby(node.children, key=lambda item: kind == "ul" and _is_note(item)):
            made = [self._below(item) for item in items]
            yield {"k": "notes" if is_note else kind, "tight": tight, "start": start, "items": made}

    def _quote(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield {"k": "quote", "blocks": self._below(node)}

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        rows = [row for part in node.children for row in part.children]
        cells = [[(_inline(cell), str(cell.attrs.get("style", ""))) for cell in row.children] for row in rows]
        yield table(cells, self._runs)

    def _code(self, node: SyntaxTreeNode) -> Iterator[Block]:
        text = plain(node.content.removesuffix("\n"), cautious=self._cautious)
        yield {"k": "code", "t": "\n".join(map(breakable, text.split("\n")))}

    def _runs(self, tokens: list[Token], *, noted: bool = True) -> list[Run]:
        return runs(tokens, self._ids, self._notes if noted else None, cautious=self._cautious)


def _is_note(item: SyntaxTreeNode) -> bool:
    token = next((node.token for node in item.walk() if node.type == "inline"), None)
    return token is not None and token.content[:1] in _NOTE_NUMBERS and token.content != ""


def _inline(node: SyntaxTreeNode) -> list[Token]:
    token = node.children[0].token if node.children else None
    return list(token.children or ()) if token else []
