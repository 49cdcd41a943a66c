"""The text of a passage as its authors wrote it, without what a program printed between."""

import re
from collections.abc import Collection, Iterable, Sequence

from tea_assistant.importing.application_parts import Passage
from tea_assistant.model.source_document import Block, BlockKind, SourceDocument

_PRINTED = re.compile(
    r"^(?:(?:Säulen|Linien|Balken|Kreis)diagramm:|Abbildung \d+|Alle Werte mit Stichtag"
    r"|Zum Inhalt$|Werte als Text$|Seite \d+)"
)
_SHORT = 150


def own_blocks(document: SourceDocument, passage: Passage) -> tuple[int, ...]:
    """Return the places of what people wrote: no charts, no running heads, no tables."""
    heads = _heads(document.blocks)
    blocks = document.blocks
    printed = {at for at in passage.places if _is_printed(blocks[at], heads)}
    # What a chart is called stands right before its numbers as text.
    printed |= {at for at in passage.places if at + 1 in printed and _is_caption(blocks[at], blocks[at + 1])}
    return tuple(at for at in passage.places if at not in printed)


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
    """Return what a page may say at its top: the headings, and the numbers of the fields."""
    heads = {block.heading for block in blocks if block.kind is BlockKind.HEADING}
    heads |= {
        f"{block.number}: {block.text}"
        for block in blocks
        if block.kind is BlockKind.HEADING and block.number
    }
    return frozenset(heads | {number for head in heads if (number := _numbered(head))})


def _numbered(head: str) -> str:
    match = re.match(r"(?:Aktionsfeld|Handlungsfeld) \d+", head)
    return match[0] if match else ""
