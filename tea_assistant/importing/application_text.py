"""The text of a passage as its authors wrote it, without what a program printed between."""

import re
from collections.abc import Collection, Iterable, Sequence

from tea_assistant.model.source_document import Block, BlockKind, SourceDocument
from tea_assistant.patterns import regex

_PRINTED = regex(
    r"^(?:(?:Säulen|Linien|Balken|Kreis)diagramm:|Abbildung \d+|Alle Werte mit Stichtag"
    r"|Zum Inhalt$|Werte als Text$|Seite \d+)"
)
_SHORT = 150


def own_places(document: SourceDocument) -> frozenset[int]:
    """Return the places of the blocks that people wrote: no charts, no running heads, no tables."""
    blocks = document.blocks
    heads = _heads(blocks)
    printed = {at for at, block in enumerate(blocks) if _is_printed(block, heads)}
    # What a chart is called stands right before its numbers as text.
    printed |= {at - 1 for at in printed if at and _is_caption(blocks[at - 1], blocks[at])}
    return frozenset(range(len(blocks))) - printed


def written(blocks: Sequence[Block], places: Iterable[int]) -> str:
    """Return the text of some blocks, word for word, with its paragraphs and bullets."""
    pieces: list[str] = []
    before: Block | None = None
    for at in places:
        block = blocks[at]
        text = block.text
        is_bullet = block.kind is BlockKind.BULLET
        if is_bullet:
            indent = "  " * (max(block.level, 1) - 1)
            text = f"{indent}- " + text.replace("\n", f"\n{indent}  ")
        elif block.label and (before is None or before.label != block.label) and not text.endswith(":"):
            # The label was written before the text, and taken off when it was read.
            text = f"{block.label}: {text}"
        follows = is_bullet and before is not None and before.kind is BlockKind.BULLET
        pieces.append(("\n" if follows else "\n\n" if pieces else "") + text)
        before = block
    return "".join(pieces)


def _is_printed(block: Block, heads: Collection[str]) -> bool:
    if block.kind is BlockKind.TABLE or _PRINTED.match(block.text):
        return True
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > _SHORT:
        return False
    # „Stadt Muster Aktionsfeld 2: …“ stands at the top of each page.
    return any(block.text.endswith(f" {head}") for head in heads)


def _is_caption(block: Block, below: Block) -> bool:
    is_chart = below.kind is BlockKind.PARAGRAPH and _PRINTED.match(below.text) is not None
    return is_chart and len(block.text) <= _SHORT and not block.text.rstrip().endswith((".", "!", "?"))


def _heads(blocks: Sequence[Block]) -> frozenset[str]:
    """Return what a page may say at its top: the headings of parts, and the numbers of the fields.

    A measure is no part: where a line ends with its title, the line links to it.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    parents = {above for block in headings for above in block.headings}
    heads: set[str] = set()
    for block in headings:
        if block.heading in parents or block.number:
            heads |= {block.heading, f"{block.number}: {block.text}" if block.number else block.text}
            heads |= {number} if (number := _numbered(block.heading)) else set()
    return frozenset(heads)


def _numbered(head: str) -> str:
    match = re.match(r"(?:Aktionsfeld|Handlungsfeld) \d+", head)
    return match[0] if match else ""
