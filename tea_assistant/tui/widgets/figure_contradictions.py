"""What cannot be in the rows of a figures file, told while somebody types."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from msgspec import Struct

from tea_assistant.figures.cells import count_in
from tea_assistant.figures.german import number_text
from tea_assistant.model.figures import FigureRow

RowKey = tuple[str, frozenset[tuple[str, str]]]
"""The group of a row, and the splits that narrow it down."""
_SEXES = ("women", "men", "diverse")
_DEEPEST = 4
"""So many splits at once are looked through for the rows above."""


class Contradiction(Struct, frozen=True):
    """Something that cannot be: the counts concerned, and what is wrong, in German."""

    counts: frozenset[str]
    text: str


def row_contradictions(row: FigureRow, titles: Mapping[str, str]) -> Iterator[Contradiction]:
    """Yield what contradicts itself within a row; `titles` are the German names of the counts."""
    total = row.total
    if not isinstance(total, int):
        return
    counted = {sex: n for sex in _SEXES if isinstance(n := getattr(row, sex), int)}
    for sex, number in counted.items():
        if number > total:
            text = f"{titles.get(sex, sex)} ({_n(number)}) sind mehr als alle zusammen ({_n(total)})."
            yield Contradiction(frozenset((sex, "total")), text)
            return
    added = sum(counted.values())
    if added > total or (len(counted) == len(_SEXES) and added != total):
        names = " + ".join(titles.get(sex, sex) for sex in counted)
        text = f"{names} ergeben {_n(added)}, insgesamt steht {_n(total)}."
        yield Contradiction(frozenset((*counted, "total")), text)


def between_rows(
    at: int, keys: Sequence[RowKey], rows: Sequence[FigureRow], first: Mapping[RowKey, int]
) -> Iterator[tuple[Contradiction, int]]:
    """Yield what contradicts another row, with that row: the same group twice, a part above its whole."""
    key, row = keys[at], rows[at]
    if first[key] != at:
        yield Contradiction(frozenset(), "Diese Gruppe steht zweimal da"), first[key]
    for other in _wholes(key, first):
        for count in ("total", *_SEXES):
            part, whole = count_in(row, count), count_in(rows[other], count)
            if isinstance(part, int) and isinstance(whole, int) and part > whole:
                text = f"{_n(part)} sind mehr als die {_n(whole)} der Zeile, zu der sie gehören"
                yield Contradiction(frozenset((count,)), text), other
                return


def _wholes(key: RowKey, first: Mapping[RowKey, int]) -> Iterator[int]:
    group, splits = key
    if len(splits) > _DEEPEST:
        return
    for size in range(len(splits) - 1, -1, -1):
        for fewer in combinations(sorted(splits), size):
            other = first.get((group, frozenset(fewer)))
            if other is not None:
                yield other


def _n(number: int) -> str:
    return number_text(Fraction(number))
