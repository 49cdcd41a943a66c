"""What a parser remarks about a prose while it reads: what a document can't show as it is written."""

from collections.abc import Iterator
from enum import StrEnum

from markdown_it.rules_block import StateBlock
from msgspec import Struct

_REMARKS = "remarks"


class Remark(StrEnum):
    """Why something is not shown as it is written."""

    TOO_DEEP = "too_deep"
    """A list or quotation in too many others: its marks stay text."""
    PICTURE = "picture"
    """Only its description is printed."""
    SURPLUS_CELL = "surplus_cell"
    """A cell beyond the columns of its table."""
    UNUSED_ADDRESS = "unused_address"
    """An address for a link that is not there: `[wort]: adresse`."""
    EMPTY_LINK = "empty_link"
    """A link without words."""
    DEAD_LINK = "dead_link"
    """A link that leads to the same place from nowhere else."""


class Remarked(Struct, frozen=True):
    """A remark with its place, both counted from 0."""

    remark: Remark
    line: int
    column: int


def remark(state: StateBlock, what: Remark, line: int, column: int = 0) -> None:
    """Keep a remark about a line of the text, `column` characters behind the beginning of its words."""
    begin = state.bMarks[line] + state.tShift[line]
    line_begin = state.src.rfind("\n", 0, begin) + 1
    state.env.setdefault(_REMARKS, []).append(Remarked(what, line, begin - line_begin + column))


def remarks_in(env: dict[str, list[Remarked]]) -> Iterator[Remarked]:
    """Return the remarks that a parser has kept."""
    yield from env.get(_REMARKS, ())
