"""Finds out which counts a column of shares was computed from: by what its head says, and by what fits.

A relation is believed only where most of the rows that can tell confirm it. What does not fit then is an
error of its cell, and not a misunderstanding of the table.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from tea_assistant.figures.audit.share_rows import ShareCell, share_cells
from tea_assistant.figures.audit.table import Column, Table
from tea_assistant.figures.audit.words import Sex

SAMPLE = 400
"""Rows: enough to learn a relation, few enough to try all pairs of columns."""
_NEAR = 8
"""Columns: without words, a share is looked for among its neighbours only."""
_FEWEST_BY_FIT = 3
_RATIO_BY_FIT = 0.8
_SAID, _LIKELY, _UNSAID = 2, 1, 0


class ShareRelation(Struct, frozen=True):
    """A column of shares with the columns of its part and its whole."""

    share: Column
    part: Column
    whole: Column
    in_groups: bool = False
    """Its shares stand for the groups of rows rather than for the rows in which they are printed."""
    hundred: int = 100
    """1 where the column prints 0,59 for 59 %."""

    def cells(self, table: Table) -> Iterator[ShareCell]:
        """Yield the printed shares of the column."""
        return share_cells(table, self.share, self.part, self.whole)


class _Fit(Struct, frozen=True):
    """How well a pair of columns explains the shares."""

    relation: ShareRelation
    prior: int
    tested: int
    matched: int
    telling: int
    """Different matching shares that are neither nothing nor all."""

    @property
    def is_believed(self) -> bool:
        """Whether it is more than a guess."""
        if self.prior == _SAID:
            return 2 * self.matched > self.tested
        ratio = self.matched / self.tested if self.tested else 0
        if self.prior == _LIKELY:
            return self.matched >= 2 and ratio > 0.5
        return self.telling >= _FEWEST_BY_FIT and ratio >= _RATIO_BY_FIT


def share_relations(table: Table) -> tuple[ShareRelation, ...]:
    """Return what the shares of a table were computed from, where that is certain."""
    found = (relation_of(table, share) for share in table.shares)
    return tuple(relation for relation in found if relation)


def relation_of(table: Table, share: Column) -> ShareRelation | None:
    """Return what one column of shares was computed from; None where nobody can be sure."""
    hundred = _hundred(table, share)
    fits = [_fit(table, share, pair, prior, hundred) for pair, prior in _pairs(table, share)]
    believed = [fit for fit in fits if fit.is_believed]
    if believed:
        # Where another pair explains as many shares and leaves none unexplained, nothing is certainly wrong.
        return max(believed, key=lambda fit: (_share_of(fit), fit.tested, fit.prior)).relation
    return _by_words_alone(fits)


def _share_of(fit: _Fit) -> float:
    return fit.matched / fit.tested if fit.tested else 0


def _by_words_alone(fits: Iterable[_Fit]) -> ShareRelation | None:
    """Believe a head that can mean only one pair, where one or two rows cannot tell more.

    Where all groups are empty nothing can be wrong but a printed 0 %, so the words are enough.
    """
    said = [fit for fit in fits if fit.prior == _SAID]
    if len(said) != 1:
        return None
    is_enough = not said[0].tested or (said[0].relation.share.role.names_sex and said[0].tested <= 2)
    return said[0].relation if is_enough else None


def _pairs(table: Table, share: Column) -> Iterator[tuple[tuple[Column, Column], int]]:
    for part in table.counts:
        for whole in table.counts:
            if part is whole:
                continue
            prior = _prior(share, part, whole)
            near = max(abs(part.at - share.at), abs(whole.at - share.at)) <= _NEAR
            if prior or near:
                yield (part, whole), prior


def _prior(share: Column, part: Column, whole: Column) -> int:
    """Say how clearly the heads of three columns name them as a share, its part and its whole."""
    said, some, everybody = share.role, part.role, whole.role
    if some.limits != said.limits:
        return _UNSAID
    is_of_all = everybody.sex is Sex.TOTAL and everybody.limits == said.limits
    # A part-time quota: the same people with one narrowing less.
    is_narrower = everybody.limits < said.limits and len(said.limits - everybody.limits) == 1
    if said.sex is not Sex.TOTAL:
        return (
            _SAID
            if some.sex is said.sex and (is_of_all or (everybody.sex is said.sex and is_narrower))
            else _UNSAID
        )
    outer = share.path[:-1]
    stand_together = bool(outer) and outer == part.path[:-1] == whole.path[:-1]
    if some.sex is Sex.WOMEN and is_of_all:
        return _SAID if stand_together else _UNSAID if said.limits else _LIKELY
    is_quota = some.sex is everybody.sex is Sex.TOTAL and is_narrower
    return _SAID if is_quota and share.path[-1:] != ("%",) else _UNSAID


def _fit(table: Table, share: Column, pair: tuple[Column, Column], prior: int, hundred: int) -> _Fit:
    tested = matched = by_row = by_group = 0
    telling = set[int]()
    for cell in islice(share_cells(table, share, *pair), SAMPLE):
        number = cell.number
        candidates = [counts for counts in (cell.own, cell.group) if counts and counts.whole > 0]
        if not candidates:
            continue
        tested += 1
        own = bool(cell.own and cell.own.fit(number, hundred))
        group = bool(cell.group and cell.group.fit(number, hundred))
        by_row += own and cell.group is not None and not group
        by_group += group and not own
        if own or group:
            matched += 1
            if number.scaled not in (0, hundred * 10**number.digits):
                telling.add(number.scaled)
    relation = ShareRelation(share, *pair, in_groups=by_group > by_row, hundred=hundred)
    return _Fit(relation, prior, tested, matched, len(telling))


def _hundred(table: Table, share: Column) -> int:
    """Return 1 where all shares of a column are printed as fractions of one."""
    numbers = [number for row in islice(table.leading, SAMPLE) if (number := row.cells[share.at].number)]
    fractions = [n for n in numbers if n.digits > 1 and not n.percent and n.scaled <= 10**n.digits]
    return 1 if numbers and len(fractions) == len(numbers) and any(n.scaled for n in numbers) else 100
