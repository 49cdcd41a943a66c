"""Sums along a row: women and men make all, full and part time make all, the parts of a group its total."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from tea_assistant.figures.audit.finding import SUM_ACROSS, AuditFinding, of_cell
from tea_assistant.figures.audit.numbers import number_text
from tea_assistant.figures.audit.share_columns import SAMPLE
from tea_assistant.figures.audit.table import Column, Row, Table
from tea_assistant.figures.audit.words import ABOVE_HALF, BELOW_HALF, FULL, PART, Sex

_FEWEST_BY_FIT = 3
_RATIO_BY_FIT = 0.8
_SPLITS = ((FULL, PART), (BELOW_HALF, ABOVE_HALF))


class Sum(Struct, frozen=True):
    """A column that others add up to."""

    total: Column
    terms: tuple[Column, ...]
    kind: str
    """Sums of one kind are believed together: what parts all in two also parts the women."""


def audit_across(table: Table) -> Iterator[AuditFinding]:
    """Yield every row in which the parts do not make their total."""
    told = set[tuple[int, int]]()
    for relation in sums_across(table):
        for row in table.leading:
            numbers, place = _numbers(row, relation), (row.at, relation.total.at)
            # A second calculation for the same cell says nothing new.
            if numbers and numbers[0] != sum(numbers[1:]) and place not in told:
                told.add(place)
                yield _finding(table, row, relation, numbers)


def sums_across(table: Table) -> tuple[Sum, ...]:
    """Return the sums that most rows of a table confirm."""
    kinds: defaultdict[str, list[Sum]] = defaultdict(list)
    for relation in (*_by_sex(table), *_by_employment(table)):
        kinds[relation.kind].append(relation)
    found = [
        relation for relations in kinds.values() if _is_believed(table, relations) for relation in relations
    ]
    taken = {relation.total.at for relation in found}
    found += [relation for relation in _by_place(table) if relation.total.at not in taken]
    return tuple(found)


def _by_sex(table: Table) -> Iterator[Sum]:
    by_limits: defaultdict[frozenset[str], defaultdict[Sex, list[Column]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for column in table.counts:
        by_limits[column.role.limits][column.role.sex].append(column)
    for columns in by_limits.values():
        # Two columns with the same words cannot be told apart.
        if any(len(same) > 1 for same in columns.values()) or not {*Sex} - {Sex.DIVERSE} <= {*columns}:
            continue
        terms = tuple(columns[sex][0] for sex in (Sex.WOMEN, Sex.MEN, Sex.DIVERSE) if sex in columns)
        yield Sum(columns[Sex.TOTAL][0], terms, "sex")


def _by_employment(table: Table) -> Iterator[Sum]:
    columns: defaultdict[tuple[Sex, frozenset[str]], list[Column]] = defaultdict(list)
    for column in table.counts:
        columns[column.role.sex, column.role.limits].append(column)
    for (sex, limits), totals in columns.items():
        for split in _SPLITS:
            inner = limits | {PART} if BELOW_HALF in split else limits
            if inner != limits or set(split) & limits:
                continue
            terms = [columns.get((sex, limits | {name}), []) for name in split]
            if len(totals) == 1 and all(len(same) == 1 for same in terms):
                yield Sum(totals[0], tuple(same[0] for same in terms), "+".join(split))


def _by_place(table: Table) -> Iterator[Sum]:
    """Try columns that are called a total with their neighbours under the same head."""
    for total in table.counts:
        if not total.role.is_total:
            continue
        same = [
            c
            for c in table.counts
            if c.path[:-1] == total.path[:-1] and not c.role.is_part and c is not total
        ]
        left = tuple(column for column in same if column.at < total.at)
        right = tuple(column for column in same if column.at > total.at)
        for terms in (left, right):
            relation = Sum(total, terms, "place")
            if len(terms) > 1 and _is_shown(table, relation):
                yield relation
                break


def _numbers(row: Row, relation: Sum) -> list[int] | None:
    numbers = [row.cells[column.at].count for column in (relation.total, *relation.terms)]
    known = [number for number in numbers if number is not None]
    return known if len(known) == len(numbers) else None


def _tested(table: Table, relation: Sum) -> Iterator[list[int]]:
    for row in islice(table.leading, SAMPLE):
        numbers = _numbers(row, relation)
        if numbers and any(numbers):
            yield numbers


def _is_believed(table: Table, relations: Sequence[Sum]) -> bool:
    tested = [numbers for relation in relations for numbers in _tested(table, relation)]
    matched = sum(total == sum(terms) for total, *terms in tested)
    if matched * 2 > len(tested):
        return True
    # One or two rows prove nothing; parts above their total do.
    return 0 < len(tested) <= 2 and all(total <= sum(terms) for total, *terms in tested)


def _is_shown(table: Table, relation: Sum) -> bool:
    tested = [numbers for numbers in _tested(table, relation) if sum(map(bool, numbers[1:])) > 1]
    matched = sum(total == sum(terms) for total, *terms in tested)
    return matched >= _FEWEST_BY_FIT and matched >= _RATIO_BY_FIT * len(tested)


def _finding(table: Table, row: Row, relation: Sum, numbers: Sequence[int]) -> AuditFinding:
    total, *terms = numbers
    added = " + ".join(map(number_text, terms))
    names = " + ".join(f"„{column.label}“" for column in relation.terms)
    right = number_text(sum(terms))
    return of_cell(
        SUM_ACROSS,
        table,
        row,
        relation.total,
        recomputed=right,
        calculation=f"{added} = {right}",
        message=f"Die Teile ergeben nicht das Ganze: {names} sind {right} statt {number_text(total)}.",
        hint="Eine der Zahlen ist falsch, oder eine Gruppe fehlt.",
    )
