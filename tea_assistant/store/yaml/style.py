"""The habits of a text: how far its keys and dashes are indented."""

from typing import Final

from tea_assistant.store.yaml.render import Style
from tea_assistant.store.yaml.tree import Kind, Node, Tree

_WIDEST: Final = 8
"""What stands further right was put in line with something by hand."""


def style_of(tree: Tree) -> Style:
    """Return the style that new text needs to look like the rest; the first of each kind counts."""
    house = Style()
    blocks = [node for node in tree.walk() if node.is_block]
    steps = [_step(node, Kind.BLOCK_MAPPING) for node in blocks if node.kind is Kind.BLOCK_MAPPING]
    list_steps = [_step(node, Kind.BLOCK_SEQUENCE) for node in blocks if node.kind is Kind.BLOCK_MAPPING]
    dashes = [
        node.entries[0].value.column - node.column
        for node in blocks
        if node.kind is Kind.BLOCK_SEQUENCE and node.entries[0].value.kind is not Kind.NOTHING
    ]
    return Style(
        step=_first(steps, 1, house.step),
        list_step=_first(list_steps, 0, house.list_step),
        dash=_first(dashes, 2, house.dash),
    )


def _step(outer: Node, kind: Kind) -> int:
    """Return how far the first block of a kind stands behind the key that it is the value of."""
    return next((e.value.column - outer.column for e in outer.entries if e.value.kind is kind), -1)


def _first(found: list[int], least: int, otherwise: int) -> int:
    return next((value for value in found if least <= value <= _WIDEST), otherwise)
