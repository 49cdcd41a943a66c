"""A reader who solves equations: everything printed as sums of the smallest groups, eliminated by hand.

Larger tables than `reader` can try out: by sex with diverse, part time above and below half, and level.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

PRIME = 2**61 - 1
"""Modulo a large prime, numbers stay small; what follows there and not for fractions is not to be met."""
SEXES = ("women", "men", "diverse")
EMPLOYMENT = ("full", "part_above_half", "part_below_half")
LEVELS = ("1. Ebene", "2. Ebene", "übrige")
PEOPLE = tuple(product(SEXES, EMPLOYMENT, LEVELS))
"""The smallest groups: everybody belongs to one of them."""

Vector = Sequence[int]


@dataclass(frozen=True)
class Cell:
    """A count, narrowed down by employment and level; empty is all."""

    count: str
    employment: str = ""
    level: str = ""

    def holds(self, person: tuple[str, str, str]) -> bool:
        """Tell whether a smallest group belongs to the cell."""
        sex, employment, level = person
        part = self.employment == "part" and employment != "full"
        return (
            self.count in ("total", sex)
            and (part or self.employment in ("", employment))
            and self.level in ("", level)
        )


@dataclass(frozen=True)
class Share:
    """The share of a cell in another."""

    part: Cell
    whole: Cell


def size(cell: Cell, people: Sequence[int]) -> int:
    """Add up the people of a cell."""
    return sum(number for person, number in zip(PEOPLE, people, strict=True) if cell.holds(person))


def equation(figure: Cell | Share, people: Sequence[int]) -> Vector:
    """Return what a reader of a figure knows of the smallest groups, a share being printed exactly."""
    if isinstance(figure, Cell):
        return [int(figure.holds(person)) for person in PEOPLE]
    part, whole = size(figure.part, people), size(figure.whole, people)
    return [whole * figure.part.holds(person) - part * figure.whole.holds(person) for person in PEOPLE]


class Knowledge:
    """What follows from equations."""

    def __init__(self, equations: Iterable[Vector]) -> None:
        self._rows: dict[int, list[int]] = {}
        for vector in equations:
            left = self._reduced(vector)
            at = next((at for at, number in enumerate(left) if number), None)
            if at is not None:
                inverse = pow(left[at], -1, PRIME)
                self._rows[at] = [number * inverse % PRIME for number in left]

    def tells(self, vector: Vector) -> bool:
        """Tell whether the sum that a vector describes follows from the equations."""
        return not any(self._reduced(vector))

    def _reduced(self, vector: Vector) -> list[int]:
        left = [number % PRIME for number in vector]
        for at in range(len(left)):
            if left[at] and at in self._rows:
                factor = left[at]
                left = [(a - factor * b) % PRIME for a, b in zip(left, self._rows[at], strict=True)]
        return left


def knowledge(shown: Mapping[Cell | Share, bool], people: Sequence[int]) -> Knowledge:
    """Return what a reader knows from the figures shown, and takes for granted: where nobody is diverse."""
    nobody = [
        [int(at == place) for at in range(len(PEOPLE))]
        for place, (person, number) in enumerate(zip(PEOPLE, people, strict=True))
        if person[0] == "diverse" and not number
    ]
    return Knowledge([*nobody, *(equation(figure, people) for figure, seen in shown.items() if seen)])
