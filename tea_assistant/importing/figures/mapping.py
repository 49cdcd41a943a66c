"""Guesses by plain rules what the parts of a table count; a person corrects it."""

import re
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from tea_assistant.importing.figures.labels import LabelReader
from tea_assistant.importing.figures.layout import Layout
from tea_assistant.importing.figures.lines import columns_of, rows_of
from tea_assistant.importing.figures.meaning import Meaning
from tea_assistant.importing.figures.words import is_part_of

_SEXES = ("women", "men", "diverse")


class TableMapping(Struct, frozen=True):
    """What each part of a table counts; a row or column that is missing here is not understood."""

    whole: Meaning = Meaning()
    columns: Mapping[int, Meaning] = field(default_factory=dict)
    rows: Mapping[int, Meaning] = field(default_factory=dict)
    unclear: str = ""
    """What in the title may narrow the whole table down; nothing has a place until a person has said so."""


def guess(layout: Layout, labels: LabelReader, year: str, given: TableMapping | None = None) -> TableMapping:
    """Guess what a table counts; what is `given` for a part of it stands. `year` is that of the figures."""
    given = given or TableMapping()
    found = dict(columns_of(layout, labels, year))
    whole, unclear = _whole(layout, labels)
    whole, found = _settled(whole, found, layout)
    columns = found | dict(given.columns)
    found = dict(rows_of(layout, labels, year, columns))
    rows = found | dict(given.rows)
    sexes_in_columns = any(m.count in _SEXES for m in columns.values())
    if not sexes_in_columns and any(m.count in _SEXES for m in rows.values()):
        # Women and men stand below one another, and „gesamt“ above a column is no count of its own.
        columns = {at: m if at in given.columns else replace(m, count="") for at, m in columns.items()}
    else:
        rows = {
            at: replace(m, count="") if m.count == "total" and at not in given.rows else m
            for at, m in rows.items()
        }
        columns = {
            at: replace(m, count="total") if _counts_all(m) and at not in given.columns else m
            for at, m in columns.items()
        }
    said = combined(given.whole, _unsaid(whole, columns, rows))
    return TableMapping(said, columns, rows, "" if given.whole.is_known else unclear)


def combined(first: Meaning, second: Meaning) -> Meaning:
    """Return what both say; where they differ, the first one counts."""
    return replace(
        first,
        group=first.group or second.group,
        count=first.count or second.count,
        percent=first.percent or second.percent,
    ).with_splits(second.splits)


def _settled(
    whole: Meaning, columns: dict[int, Meaning], layout: Layout
) -> tuple[Meaning, dict[int, Meaning]]:
    """Decide whose columns they are: of one group, or of several beside one another."""
    groups = {meaning.group for meaning in columns.values() if meaning.group}
    if len(groups) == 1 and groups <= {whole.group or next(iter(groups))}:
        group = groups.pop()
        plain = {at: replace(meaning, group="") for at, meaning in columns.items()}
        return replace(whole, group=group), plain
    if len(groups) == 1:
        # The title means one group and a column another: only a person can say whom the rest counts.
        return replace(whole, group=""), {at: m for at, m in columns.items() if not m.group}
    if not groups:
        return whole, columns
    group, settled = "", dict[int, Meaning]()
    for at, meaning in columns.items():
        group = meaning.group or (group if is_part_of(layout.heads[at]) else "")
        if group or meaning.names or meaning.skip:
            settled[at] = replace(meaning, group=group)
    return whole, settled


def _counts_all(meaning: Meaning) -> bool:
    return not (meaning.count or meaning.names or meaning.skip or meaning.percent)


def _whole(layout: Layout, labels: LabelReader) -> tuple[Meaning, str]:
    """Read what counts for the whole table, the most telling place first, and what stays unclear."""
    parts = [part for part in re.split(r": | – ", layout.title) if part]
    titles = [labels.title(part) for part in parts]
    whole = Meaning()
    for found in (*titles, *(labels.title(text) for text in (layout.shared, *layout.heads[: layout.labels]))):
        whole = combined(whole, found.meaning)
    unclear = [part for part, found in zip(parts, titles, strict=True) if found.rest]
    return whole, " – ".join(unclear)


def _unsaid(whole: Meaning, columns: Mapping[int, Meaning], rows: Mapping[int, Meaning]) -> Meaning:
    """Leave to the whole what no column and no row says itself: „Teilzeit“ in a title above both kinds."""
    said = {name for meaning in (*columns.values(), *rows.values()) for name, _ in meaning.splits}
    splits = tuple((name, value) for name, value in whole.splits if name not in said)
    percent = whole.percent and not any(meaning.percent for meaning in columns.values())
    return replace(whole, splits=splits, percent=percent)
