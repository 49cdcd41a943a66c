"""Remembers how a table was read, so that next year's with the same columns is read the same way."""

from collections.abc import Mapping, Sequence
from typing import Any

from tea_assistant.importing.figures.layout import Layout
from tea_assistant.importing.figures.mapping import TableMapping
from tea_assistant.importing.figures.meaning import Meaning, from_plain, plain_value
from tea_assistant.importing.figures.words import without_mark, without_years


def remembered(tables: object, layout: Layout) -> TableMapping | None:
    """Return how a table with these columns was read before; None where there was none.

    What was said of the whole table holds for one of the same title only: a report has the same columns for
    several groups.
    """
    same = [entry for entry in _entries(tables) if _heads(entry) == _own_heads(layout)]
    if not same:
        return None
    title = _evened(layout.title)
    entry = next((entry for entry in same if _evened(str(entry.get("title", ""))) == title), same[-1])
    whole = entry.get("whole")
    holds = _evened(str(entry.get("title", ""))) == title
    columns = {
        at: meaning
        for at, column in enumerate(_entries(entry.get("columns")))
        if (meaning := from_plain(column)).is_known
    }
    labels = {_evened(str(row.get("label", ""))): from_plain(row) for row in _entries(entry.get("rows"))}
    rows = {at: labels[name] for at in layout.body if (name := _evened(row_label(layout, at))) in labels}
    given = from_plain(whole) if isinstance(whole, Mapping) and holds else Meaning()
    return TableMapping(given, columns, rows)


def noted(
    tables: object, layout: Layout, mapping: TableMapping, rows: Sequence[int]
) -> list[Mapping[str, Any]]:
    """Return the remembered tables with this one as it was read; `rows` are those that a person named."""
    title = _evened(layout.title)
    entry: dict[str, Any] = {"title": layout.title}
    if mapping.whole.is_known:
        entry["whole"] = plain_value(mapping.whole)
    entry["columns"] = [
        {"head": head} | (plain_value(mapping.columns[at]) if at in mapping.columns else {})
        for at, head in enumerate(layout.heads)
    ]
    if labels := [_row(layout, at, mapping) for at in rows]:
        entry["rows"] = labels
    others = list(_entries(tables))
    for at, other in enumerate(others):
        if _heads(other) == _own_heads(layout) and _evened(str(other.get("title", ""))) == title:
            return [*others[:at], entry, *others[at + 1 :]]
    return [*others, entry]


def row_label(layout: Layout, at: int) -> str:
    """Return what names a row, all its labels together."""
    return " / ".join(text for column in range(layout.labels) if (text := layout.label(at, column)))


def _row(layout: Layout, at: int, mapping: TableMapping) -> dict[str, Any]:
    return {"label": row_label(layout, at)} | plain_value(mapping.rows[at])


def _entries(value: object) -> list[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def _heads(entry: Mapping[str, Any]) -> list[str]:
    return [_evened(str(column.get("head", ""))) for column in _entries(entry.get("columns"))]


def _own_heads(layout: Layout) -> list[str]:
    return [_evened(head) for head in layout.heads]


def _evened(text: str) -> str:
    return without_years(without_mark(text)).casefold()
