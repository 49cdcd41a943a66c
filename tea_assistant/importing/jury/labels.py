"""What the heading of a list, the line above it, or the head of a column says of a jury's words below."""

import re
from collections.abc import Mapping

from msgspec import Struct

from tea_assistant.model.grid import Grid
from tea_assistant.model.review import ExpectationKind
from tea_assistant.patterns import regex

_PRAISE = regex(
    r"\b(?:Lob|Stärken?|Würdigung|Anerkennung|Pluspunkte|Positiv\w*|Hervor(?:zuheben|gehoben)\w*"
    r"|Besonders gelungen)\b",
    re.IGNORECASE,
)
_KINDS: Mapping[ExpectationKind, re.Pattern[str]] = {
    ExpectationKind.ASKED: regex(
        r"\b(?:Empfehlung(?:en)?|Anregung(?:en)?|Wunsch|Wünsche|Fragen?|Auflagen?|Bedingung(?:en)?"
        r"|Erwartung(?:en)?|auf den Weg)\b",
        re.IGNORECASE,
    ),
    ExpectationKind.ANNOUNCED: regex(
        r"\b(?:Vorhaben|Geplant(?:es|e)?|Planung(?:en)?|Ankündigung(?:en)?|Angekündigt(?:es)?)\b",
        re.IGNORECASE,
    ),
    ExpectationKind.NOTICED: regex(
        r"\b(?:Auffällig(?:es|keiten)?|Schwächen?|Kritik|Lücken?|Offene Punkte|Handlungsbedarf"
        r"|Entwicklungs(?:felder|bedarf|potenziale?)|Verbesserungs(?:bedarf|potenziale?|möglichkeiten))\b",
        re.IGNORECASE,
    ),
}
_LONGEST = 60
"""Characters: a longer heading speaks of something, and is no label of what stands below it."""


class Sort(Struct, frozen=True):
    """What a label says of the words that stand under it."""

    label: str
    kind: ExpectationKind | None = None
    """None where it says that they are praise."""


def sort_of(label: str) -> Sort | None:
    """Return what a label says; None where it says neither praise nor expectation, or both."""
    label = " ".join(label.split()).rstrip(":")
    if not label or len(label) > _LONGEST:
        return None
    kinds: list[ExpectationKind | None] = [kind for kind, words in _KINDS.items() if words.search(label)]
    if _PRAISE.search(label):
        kinds.append(None)
    return Sort(label, kinds[0]) if len(kinds) == 1 else None


def sorting_columns(grid: Grid) -> Mapping[int, Sort]:
    """Return which columns of a table hold praise or expectations; none where it is one of something else."""
    head = [cell.text for cell in grid.rows[0]] if grid.rows else []
    return {at: sort for at, title in enumerate(head) if (sort := sort_of(title))}
