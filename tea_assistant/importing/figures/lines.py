"""Reads the columns and the rows of a table, each by its labels and by what stands around it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.figures.audit.heads import is_year
from tea_assistant.importing.figures.labels import LabelReader, Understood
from tea_assistant.importing.figures.layout import Layout, holds_number
from tea_assistant.importing.figures.meaning import Meaning
from tea_assistant.importing.figures.words import (
    counted,
    is_numbering,
    is_part_of,
    named_by,
    named_by_title,
    years_in,
)


def columns_of(layout: Layout, labels: LabelReader, year: str) -> Iterator[tuple[int, Meaning]]:
    """Yield the columns that their heads explain; those of other years are left out."""
    split = set[str]()
    for at in range(layout.labels, layout.width):
        head = layout.heads[at]
        found = labels.understood(head)
        if head and not found.rest and not years_in(head) - {year}:
            split |= {name for name, _ in found.meaning.splits}
            yield at, found.meaning
    for at, head in enumerate(layout.heads[: layout.labels]):
        if is_numbering(head):
            yield at, Meaning(skip=True)
        elif (name := _names(layout, at)) and name not in split:
            yield at, Meaning(names=name)


def rows_of(
    layout: Layout, labels: LabelReader, year: str, columns: Mapping[int, Meaning]
) -> Iterator[tuple[int, Meaning]]:
    """Yield the rows that their labels explain, with the headings above them; other years are left out."""
    found = dict(_explained(layout, labels, year, columns))
    sums = Counter(meaning for meaning in found.values() if _is_sum(meaning))
    for at, meaning in found.items():
        # Sums that come back are sums of parts, and which part is meant stands nowhere.
        if sums[meaning] <= 1:
            yield at, meaning


def _explained(
    layout: Layout, labels: LabelReader, year: str, columns: Mapping[int, Meaning]
) -> Iterator[tuple[int, Meaning]]:
    around = _Around()
    for at in layout.body:
        texts = _texts(layout, at, columns)
        found = _row(labels, texts) if texts or len(layout.body) > 1 else Understood(Meaning())
        if not any(cell.text for cell in layout.values(at)):
            around.heading(found)
            continue
        meaning = around.placed(found, [text for text, _ in texts])
        if meaning is None or not any(holds_number(cell) for cell in layout.values(at)):
            continue
        if not any(years_in(text) - {year} for text, _ in texts):
            yield at, meaning


class _Around(Struct):
    """What the rows above say of the next one."""

    section: Meaning | None = Meaning()
    """The heading that stands above; None where it is not understood, and so nothing below it."""
    before: Meaning | None = Meaning()
    """The last row that was no part of another; None where it is not understood."""
    groups: frozenset[str] = frozenset()

    def heading(self, found: Understood | None) -> None:
        """Take in a row without values."""
        if found is not None:
            self.section = found.meaning if found.is_clear else None
            self.before = self.section
            self.groups = frozenset()

    def placed(self, found: Understood | None, texts: Sequence[str]) -> Meaning | None:
        """Return what a row means where it stands; None where that is not clear."""
        if found is None or self.section is None:
            return None
        if any(map(is_part_of, texts)):
            return None if found.rest or self.before is None else _within(found.meaning, self.before)
        if found.rest:
            self.before = None
            return None
        meaning = found.meaning
        if meaning.group:
            self.groups |= {meaning.group}
        elif _is_sum(meaning) and len(self.groups) > 1:
            # A sum over several groups is the number of none of them.
            return None
        elif _is_employment(meaning):
            # „Teilzeit“ below „Führungskräfte“ is their part of it; below an unclear row it is unclear too.
            return None if self.before is None else _within(meaning, self.before)
        self.before = _within(meaning, self.section)
        return self.before


def _within(meaning: Meaning, outer: Meaning) -> Meaning:
    group = meaning.group or outer.group
    return replace(meaning, group=group, count=meaning.count or outer.count).with_splits(outer.splits)


def _is_sum(meaning: Meaning) -> bool:
    return meaning.count == "total" and not meaning.splits


def _only_counts(meaning: Meaning) -> bool:
    return bool(meaning.count) and not (meaning.group or meaning.splits)


def _is_employment(meaning: Meaning) -> bool:
    return [name for name, _ in meaning.splits] == ["employment"]


def _names(layout: Layout, at: int) -> str:
    """Return what the texts of a column name; the title helps where the column has no head of its own."""
    return named_by(layout.heads[at]) or (named_by_title(layout.title) if not layout.heads[at] else "")


def _texts(layout: Layout, at: int, columns: Mapping[int, Meaning]) -> list[tuple[str, str]]:
    """Return the labels of a row, each with what its column says that it names."""
    meanings = [(column, columns.get(column, Meaning())) for column in range(layout.labels)]
    found = [(layout.label(at, column), meaning) for column, meaning in meanings]
    return [(text, meaning.names) for text, meaning in found if text and not meaning.skip]


def _row(labels: LabelReader, texts: Sequence[tuple[str, str]]) -> Understood | None:
    """Read all labels of a row together; None where it has none."""
    parts = [_label(labels, text, names) for text, names in texts]
    if not parts:
        return None
    whole = Meaning()
    for part in parts:
        own = part.meaning
        whole = replace(
            whole,
            group=own.group or whole.group,
            count=own.count or whole.count,
            percent=own.percent or whole.percent,
        ).with_splits(own.splits)
    return Understood(whole, tuple(word for part in parts for word in part.rest))


def _label(labels: LabelReader, text: str, names: str) -> Understood:
    if is_year(text):
        return Understood(Meaning())
    if names and not counted(text).count:
        return labels.named(names, text)
    plain = labels.understood(text)
    if names and not (plain.is_clear and _only_counts(plain.meaning)):
        return labels.named(names, text)
    return plain if plain.is_clear else Understood(Meaning(), (text,))
