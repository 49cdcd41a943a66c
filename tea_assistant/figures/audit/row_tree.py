"""Rows that hang together by their numbers: „LG 1“ over „LG 1.1“ and „LG 1.2“."""

import re
from collections.abc import Mapping, Sequence

from tea_assistant.figures.audit.table import Row
from tea_assistant.patterns import regex

_DOTTED = regex(r"(?P<name>.*?[^\W\d][^\d]*?)\s*(?P<number>\d+(?:\.\d+)*)", re.DOTALL)


def children_of(rows: Sequence[Row]) -> Mapping[int, list[Row]]:
    """Return the rows below each row that is named as their parent, by the place of the parent."""
    named = [(key, row) for row in rows if (key := _key(row.label))]
    keys = dict(named)
    if len(keys) < len(named):
        # The same names in several parts of a table: nobody can tell whose children they are.
        return {}
    found: dict[int, list[Row]] = {}
    for (name, number), row in keys.items():
        outer, _, inner = number.rpartition(".")
        parent = keys.get((name, outer)) if inner else None
        if parent is not None:
            found.setdefault(parent.at, []).append(row)
    # One child alone may be a mere example of its parent.
    return {at: below for at, below in found.items() if len(below) > 1}


def _key(label: str) -> tuple[str, str] | None:
    match = _DOTTED.fullmatch(label)
    return (match["name"].strip().lower(), match["number"]) if match else None
