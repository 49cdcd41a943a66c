"""The counts behind the indicators of one date, and how they add up: what a reader of tables knows."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, field

from tea_assistant.figures.cells import Cell, cell_of
from tea_assistant.figures.protect_sums import (
    SEXES,
    Key,
    Row,
    Sum,
    all_places,
    derive,
    employment_sums,
    group_sums,
    holds,
    key,
    sex_sums,
    split_sums,
)
from tea_assistant.figures.rounding import half_up
from tea_assistant.model.catalogue import CellSelector, Indicator
from tea_assistant.model.figures import COUNTS, SPLITS, FigureRow, FigureSet, PublishedPercent
from tea_assistant.model.spelling import same_split

Formula = tuple[CellSelector, CellSelector | None]
"""What an indicator computes, whatever a catalogue calls it: one cell, or one in another."""

_FURTHER = tuple(split for split in SPLITS if split != "employment")


class Cells(Struct, frozen=True):
    """The true counts, told or derived, and every sum that holds between them."""

    counts: dict[Key, int]
    sums: list[Sum]
    presumed: frozenset[Key]
    """Nobody is counted as diverse there: a reader takes that for granted, published or not."""
    shown: dict[Formula, tuple[Key, ...]] = field(default_factory=dict)
    """Formula to the cells that a reader knows once its result is published."""
    involved: dict[Formula, tuple[Key, ...]] = field(default_factory=dict)
    """Formula to the cells that its result tells of, what is left of the whole included."""


def formula(indicator: Indicator) -> Formula:
    """Return what an indicator computes."""
    return indicator.numerator, indicator.denominator


def cells_behind(
    formulas: Iterable[Formula], figures: FigureSet, wholes: Mapping[str, str] = MappingProxyType({})
) -> Cells:
    """Collect the counts from which formulas are computed, with those that add up to them.

    `wholes` says which group is a part of which.
    """
    wanted = list(formulas)
    places = _Places()
    selectors = list(dict.fromkeys(selector for each in wanted for selector in each if selector))
    cell = {selector: key(places.of(selector), selector.count) for selector in selectors}
    rows = _rows(figures, selectors, places)
    counts = _told(rows)
    untold = set()
    for selector in selectors:
        # Most are in the file as they are; what the indicators derive must be known here, too.
        if cell[selector] not in counts or selector.count == "diverse":
            derived = cell_of(selector, figures)
            if isinstance(derived, int):
                counts.setdefault(cell[selector], derived)
            elif derived is None:
                untold.add(selector)
    templates = [*sex_sums(rows), *employment_sums(rows)]
    derive(counts, templates)
    _estimate(counts, rows)
    derive(counts, templates)
    presumed = {none for place in all_places(rows) if counts.get(none := key(place, "diverse")) == 0}
    sums = [each for each in templates if holds(each, counts)]
    sums += split_sums(rows, counts)
    sums += group_sums(rows, counts, wholes)
    found = Cells(counts, sums, frozenset(presumed))
    for each in wanted:
        numerator, denominator = each
        if untold.isdisjoint(each):
            _add_formula(each, cell[numerator], cell[denominator] if denominator else None, found)
    return found


class _Places:
    """Says where a row or a selector belongs, however a split is spelled."""

    def __init__(self) -> None:
        self._spelled: dict[str, list[str]] = {split: [] for split in _FURTHER}

    def of(self, row: FigureRow | CellSelector) -> Row:
        named = ((split, getattr(row, split)) for split in _FURTHER)
        return row.group, row.employment, tuple((split, self._same(split, n)) for split, n in named if n)

    def _same(self, split: str, name: str) -> str:
        spelled = self._spelled[split]
        known = next((other for other in spelled if same_split(other, name)), None)
        if known is None:
            spelled.append(name)
        return known or name


def _rows(figures: FigureSet, selectors: Sequence[CellSelector], places: _Places) -> dict[Row, FigureRow]:
    """Return the rows by place: those split as an indicator asks, and their wholes; the first one counts."""
    asked = {(selector.group, frozenset(_split_by(places.of(selector)))) for selector in selectors}
    found: dict[Row, FigureRow] = {}
    for row in figures.rows:
        place = places.of(row)
        if any(row.group == group and splits.issuperset(_split_by(place)) for group, splits in asked):
            found.setdefault(place, row)
    return found


def _split_by(place: Row) -> list[str]:
    return [split for split, _ in place[2]]


def _told(rows: dict[Row, FigureRow]) -> dict[Key, int]:
    counts: dict[Key, int] = {}
    for place, row in rows.items():
        cells = {count: getattr(row, count) for count in COUNTS}
        told = {count: cell for count, cell in cells.items() if isinstance(cell, int)}
        if row.diverse is None:
            left = told["total"] - told["women"] - told["men"] if len(told) == 3 else 0
            told["diverse"] = max(left, 0)
        counts |= {key(place, count): cell for count, cell in told.items()}
    return counts


def _estimate(counts: dict[Key, int], rows: dict[Row, FigureRow]) -> None:
    """Count what is told as a percentage only, as a reader could who knows the whole."""
    for place, row in rows.items():
        for sex in SEXES:
            cell: Cell | None = getattr(row, sex)
            whole = counts.get(key(place, "total"))
            if isinstance(cell, PublishedPercent) and whole is not None:
                counts.setdefault(key(place, sex), int(half_up(cell.percent * whole / 100)))


def _add_formula(each: Formula, part: Key, whole: Key | None, found: Cells) -> None:
    counts = found.counts
    if part not in counts:
        return
    if whole is None:
        found.shown[each] = found.involved[each] = (part,)
    elif whole not in counts:
        return
    elif counts[part] > counts[whole]:
        found.shown[each] = found.involved[each] = (part, whole)
    elif not counts[part] and counts[whole]:
        found.shown[each] = found.involved[each] = (part,)  # 0 % tells of nobody, and not of how many.
    else:
        rest = _rest(part, whole, found)
        all_of_them = counts[part] == counts[whole] and counts[whole]
        found.shown[each] = (rest,) if all_of_them else (part, whole)
        found.involved[each] = (rest,) if all_of_them else (part, whole, rest)


def _rest(part: Key, whole: Key, found: Cells) -> Key:
    """Return the cell of those in the whole who are not in the part, adding it where no row tells it."""
    for each in found.sums:
        if each.whole == whole and part in each.parts:
            others = [other for other in each.parts if other != part and other not in found.presumed]
            if len(others) == 1:
                return others[0]
    rest: Key = ("others", part, whole)
    found.counts[rest] = found.counts[whole] - found.counts[part]
    found.sums.append(Sum(whole, (part, rest)))
    return rest
