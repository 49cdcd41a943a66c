"""A reader who tries to compute what is hidden, by every table that would print the same page.

Nothing here is taken from what is tested: a table is made of people by sex and employment, its counts are
sums of them, its shares are printed with the rounding of the house, written down once more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

SEXES = ("women", "men")
PARTS = ("full", "part")
PEOPLE = tuple(product(SEXES, PARTS))
"""The smallest groups: everybody belongs to one of them."""

Table = tuple[int, ...]
"""How many people each of the smallest groups has."""
Cell = tuple[str, str]
"""A count (total or a sex) and an employment (full, part, or empty for all)."""
CELLS: tuple[Cell, ...] = tuple(product(("total", *SEXES), ("", *PARTS)))
_WITHIN = {
    cell: tuple(
        at for at, (sex, part) in enumerate(PEOPLE) if cell[0] in ("total", sex) and cell[1] in ("", part)
    )
    for cell in CELLS
}
Figure = tuple[Cell, Cell | None]
"""A count, or the share of one count in another."""


@dataclass(frozen=True)
class Page:
    """What is printed: the text of each figure, None where it is not published."""

    texts: Mapping[Figure, str | None]


def count(table: Table, cell: Cell) -> int:
    """Add up the people of a cell."""
    return sum(table[at] for at in _WITHIN[cell])


def printed(table: Table, figure: Figure) -> str:
    """Print a figure of a table: a number, a whole percentage rounded half up, a dash for none in none."""
    cell, of = figure
    part = count(table, cell)
    if of is None:
        return str(part)
    whole = count(table, of)
    return f"{(200 * part + whole) // (2 * whole)} %" if whole else "–"


def tables_behind(page: Page, largest: int) -> list[Table]:
    """Return every table of groups up to a size that would print the same page."""
    counts = {figure[0]: int(text) for figure, text in page.texts.items() if text and figure[1] is None}
    shares = [(figure, text) for figure, text in page.texts.items() if text and figure[1] is not None]
    return [
        table
        for table in _filled(counts, largest)
        if all(printed(table, figure) == text for figure, text in shares)
    ]


def _filled(counts: Mapping[Cell, int], largest: int) -> Iterator[Table]:
    """Yield the tables with the published counts, group by group, turning back as soon as one is wrong."""
    by_last: list[list[tuple[Sequence[int], int]]] = [[] for _ in PEOPLE]
    for cell, known in counts.items():
        by_last[_WITHIN[cell][-1]].append((_WITHIN[cell], known))

    def fill(table: Table) -> Iterator[Table]:
        if len(table) == len(PEOPLE):
            yield table
            return
        for people in range(largest + 1):
            longer = (*table, people)
            if all(sum(longer[at] for at in within) == known for within, known in by_last[len(table)]):
                yield from fill(longer)

    return fill(())
