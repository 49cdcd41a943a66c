"""Where things come to stand in the laid-out document: on which page, and how far down on it."""

import json
from collections.abc import Sequence

from msgspec import Struct

from tea_assistant.document.leaf import Leaf

SELECTOR = "<places>"
"""Under this name the template says where everything is."""


class Place(Struct, frozen=True):
    """A heading in the laid-out document."""

    anchor: str
    level: int
    """2 for a part, as in the Markdown."""
    page: int
    """Counted from 1, as it is printed."""
    at: float
    """How many pages stand before it: 2.25 is a quarter down the third one."""


class Places(Struct, frozen=True):
    """All headings in the order of reading, and how long the document is."""

    total: int
    """Pages, title page and contents included."""
    end: float
    """Where the last line ends, as for a heading."""
    headings: tuple[Place, ...]


def total_of(answer: str) -> int:
    """Read only how many pages there are."""
    total: int = json.loads(answer)["total"]
    return total


def places(answer: str, anchors: Sequence[str]) -> Places:
    """Read what Typst says to the selector; `anchors` are those of the headings in the order of the text."""
    told = json.loads(answer)
    top, height = told["top"], told["bottom"] - told["top"]

    def at(found: dict[str, float]) -> float:
        down: float = (found["y"] - top) / height
        return found["page"] - 1 + min(max(down, 0.0), 1.0)

    headings = tuple(
        Place(anchors[int(found["id"][1:])], found["level"] + 1, found["page"], at(found))
        for found in told["headings"]
    )
    return Places(told["total"], at(told["end"]), headings)


def anchors(leaf: Leaf) -> tuple[str, ...]:
    """Return the anchors of all headings below the title, in the order of the text."""
    return tuple(token.meta["anchor"] for token in leaf.body if token.type == "heading_open")
