"""Which figures a chapter on changes shows where all of them stand in a table of their own.

The rule: of the shares that are known in both rounds, comparable and not withheld, those that changed most,
in percentage points; among equals the catalogue's order decides. Of shares that complete one another (women
and men among all) the first is enough. Where no share can be compared, all figures that can be are taken
instead, by how large their change is measured by the value then.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tea_assistant.figures.values import Value
from tea_assistant.renewal.figure_changes import FigureChange

MOST_TELLING = 8
"""So many changes are read; more are looked up."""


def telling_changes(figures: Sequence[FigureChange]) -> tuple[FigureChange, ...]:
    """Return the figures that changed most since the earlier round, the largest change first."""
    moved = [figure for figure in figures if _moved(figure)]
    shares = list(_once(figure for figure in moved if _is_share(figure)))
    chosen = sorted(shares, key=_distance, reverse=True) or sorted(moved, key=_growth, reverse=True)
    return tuple(chosen[:MOST_TELLING])


def _moved(figure: FigureChange) -> bool:
    return bool(_distance(figure)) and not (figure.hides_then or figure.hides_now)


def _distance(figure: FigureChange) -> Fraction:
    return abs(_number(figure.difference))


def _growth(figure: FigureChange) -> Fraction:
    then = _number(figure.then)
    return _distance(figure) / then if then else _distance(figure)


def _number(value: Value | None) -> Fraction:
    return Fraction(0) if value is None or value.number is None else Fraction(value.number)


def _is_share(figure: FigureChange) -> bool:
    return figure.now is not None and figure.now.is_share


def _once(figures: Iterator[FigureChange]) -> Iterator[FigureChange]:
    """Leave out a share that only says the rest of one before: both come to the whole, then and now."""
    seen: set[tuple[Fraction, Fraction]] = set()
    for figure in figures:
        then, now = _number(figure.then), _number(figure.now)
        if (100 - then, 100 - now) not in seen:
            yield figure
        seen.add((then, now))
