"""Parts above their whole: more women than people, more part-time women than women."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tea_assistant.figures.audit.finding import PART_ABOVE_WHOLE, AuditFinding, of_cell
from tea_assistant.figures.audit.numbers import number_text
from tea_assistant.figures.audit.share_columns import SAMPLE
from tea_assistant.figures.audit.table import Column, Row, Table
from tea_assistant.figures.audit.words import ABOVE_HALF, BELOW_HALF, FULL, PART, Sex

_KNOWN = frozenset((FULL, PART, BELOW_HALF, ABOVE_HALF))
_RATIO = 0.6


def audit_parts(table: Table) -> Iterator[AuditFinding]:
    """Yield every count that is larger than the one that contains it."""
    pairs = [pair for pair in _pairs(table.counts) if _is_believed(table, *pair)]
    for row in table.leading:
        told = set[int]()
        for part, whole in pairs:
            some, all_ = _counts(row, part, whole)
            if some > all_ >= 0 and part.at not in told:
                told.add(part.at)
                yield _finding(table, row, part, whole, all_)


def _pairs(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    for part in columns:
        for whole in columns:
            if _is_inside(part, whole):
                yield part, whole


def _is_inside(part: Column, whole: Column) -> bool:
    """Tell whether one head names a part of what another names, one step apart."""
    some, all_ = part.role, whole.role
    if some.limits == all_.limits:
        return some.sex is not Sex.TOTAL and all_.sex is Sex.TOTAL
    more = some.limits - all_.limits
    # Words that are not understood name a part only where the table says so.
    is_known = more <= _KNOWN or some.is_part
    return some.sex is all_.sex and all_.limits < some.limits and len(more) == 1 and is_known


def _counts(row: Row, part: Column, whole: Column) -> tuple[int, int]:
    some, all_ = row.cells[part.at].count, row.cells[whole.at].count
    return (0, 0) if some is None or all_ is None else (some, all_)


def _is_believed(table: Table, part: Column, whole: Column) -> bool:
    pairs = [_counts(row, part, whole) for row in islice(table.leading, SAMPLE)]
    tested = [(some, all_) for some, all_ in pairs if some or all_]
    right = sum(some <= all_ for some, all_ in tested)
    return right >= _RATIO * len(tested) or len(tested) <= 2


def _finding(table: Table, row: Row, part: Column, whole: Column, all_: int) -> AuditFinding:
    printed = row.cells[part.at].source.text
    most = number_text(all_)
    return of_cell(
        PART_ABOVE_WHOLE,
        table,
        row,
        part,
        recomputed=f"höchstens {most}",
        calculation=f"{printed} > {most}",
        message=f"Der Teil ist größer als sein Ganzes: {printed}, aber „{whole.label}“ sind nur {most}.",
        hint="Eine der beiden Zahlen ist falsch oder steht in der falschen Spalte.",
    )
