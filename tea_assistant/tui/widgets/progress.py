"""How far something is, as glyph, word and bar: never by colour alone."""

from collections.abc import Iterable
from enum import StrEnum

from textual.content import Content

from tea_assistant.checks.items import Item


class Stage(StrEnum):
    """How far something is."""

    DONE = "fertig"
    BEGUN = "begonnen"
    OPEN = "offen"


_GLYPHS = {Stage.DONE: "✓", Stage.BEGUN: "◐", Stage.OPEN: "○"}
_STYLES = {Stage.DONE: "$text-success", Stage.BEGUN: "$text-warning", Stage.OPEN: "$text-muted"}
_FULL, _EMPTY = "━", "─"


def stage_of(items: Iterable[Item]) -> Stage:
    """Tell how far a group of items is."""
    states = {item.done for item in items}
    if states == {True}:
        return Stage.DONE
    return Stage.BEGUN if True in states else Stage.OPEN


def glyph(stage: Stage) -> str:
    """Return the sign of a stage."""
    return _GLYPHS[stage]


def stage_style(stage: Stage) -> str:
    """Return the colour of a stage, which only repeats what its sign says."""
    return _STYLES[stage]


def bar(share: float, width: int) -> str:
    """Draw a share as a bar."""
    return "".join(bar_pieces(share, width))


def bar_pieces(share: float, width: int) -> tuple[str, str]:
    """Return the two pieces of a bar; it looks full only when all is done, and empty only when nothing is."""
    filled = int(share * width)
    if share > 0:
        filled = max(filled, 1)
    if share < 1:
        filled = min(filled, width - 1)
    return _FULL * filled, _EMPTY * (width - filled)


def drawn_bar(share: float, width: int) -> Content:
    """Draw a share as a bar with its colours."""
    filled, empty = bar_pieces(share, width)
    return Content.assemble((filled, "$primary"), (empty, "$text-muted 50%"))
