"""The table of counted groups: what was counted, and the share of women that follows from it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from tea_assistant.figures.cells import count_in
from tea_assistant.figures.german import number_text, value_text
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.decoding import decode
from tea_assistant.model.figures import FigureRow, PublishedPercent
from tea_assistant.tui.widgets.record_columns import count_text
from tea_assistant.tui.widgets.table_columns import Column

SPLITS = ("employment", "level", "age", "status", "career", "pay_group", "unit")
"""The keys that narrow a group down."""
_COUNTS = ("total", "women", "men", "diverse")


def figure_columns(
    item: Mapping[str, Any], records: Sequence[object], application: Application
) -> tuple[Column, ...]:
    """Return the columns for the rows of a figures file; diverse only where somebody was counted so."""
    rows = [record for record in records if isinstance(record, Mapping)]
    counts = [count for count in _COUNTS if count != "diverse" or any("diverse" in row for row in rows)]
    splits = (
        [Column("Merkmale", partial(_splits, application))]
        if any(set(SPLITS) & {*row} for row in rows)
        else []
    )
    return (
        Column("Gruppe", partial(_group, application)),
        *splits,
        *(Column(item["properties"][count]["title"], partial(_count, count), right=True) for count in counts),
        Column("Anteil Frauen", _share, right=True),
    )


def _group(application: Application, record: Any) -> str:
    group = decode(FigureRow, record).group
    return application.catalogue.groups.get(group) or group


def _splits(application: Application, record: Any) -> str:
    return ", ".join(_split_texts(application, decode(FigureRow, record)))


def _split_texts(application: Application, row: FigureRow) -> Iterator[str]:
    for split in SPLITS:
        if value := getattr(row, split):
            yield application.labels.value("figures", "rows", split, value)


def _count(count: str, record: Any) -> str:
    """Write a count; one that follows from the others stands in brackets."""
    stored = record.get(count) if isinstance(record, Mapping) else None
    if stored is not None:
        return count_text(stored)
    derived = count_in(decode(FigureRow, record), count)
    return f"({number_text(Fraction(derived))})" if isinstance(derived, int) else ""


def _share(record: Any) -> str:
    row = decode(FigureRow, record)
    women, total = count_in(row, "women"), count_in(row, "total")
    if isinstance(women, PublishedPercent):
        return value_text(Value(women.percent, women.digits, is_share=True))
    if not isinstance(women, int) or not isinstance(total, int) or women > total:
        return ""
    return value_text(Value(Fraction(100 * women, total) if total else None, is_share=True))
