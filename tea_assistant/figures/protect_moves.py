"""Other counts that add up just as well: what a reader can't tell from the true ones."""

from collections.abc import Callable, Mapping
from heapq import heappop, heappush
from itertools import count as numbers

from tea_assistant.figures.protect_cells import Cells
from tea_assistant.figures.protect_sums import Key

_PATIENCE = 1500
"""States to look at before the search gives up; a page of indicators needs a few dozen."""

Move = Mapping[Key, int]
"""Cells that change together, each with its sign: 1 where people are added, -1 where they are taken away."""


class Moves:
    """Finds the move of people between cells that keeps every sum and hides a cell at least cost."""

    def __init__(self, cells: Cells) -> None:
        self._counts = cells.counts
        self._sums = [((each.whole, -1), *((part, 1) for part in each.parts)) for each in cells.sums]
        self._sums_of: dict[Key, list[tuple[int, int]]] = {}
        for at, terms in enumerate(self._sums):
            for key, sign in terms:
                self._sums_of.setdefault(key, []).append((at, sign))

    def cheapest(
        self, start: Key, amount: int, cost: Callable[[Key], int | None], step: int = 0
    ) -> Move | None:
        """Return the cheapest move that adds an amount to a cell; None where the search finds none.

        `cost` is that of moving a cell, None for one that must stay; no cell may go below zero. `step` is
        what each cell costs besides: with a high one, a short move is found soon, though not the cheapest.
        """
        ticket = numbers()
        first = {start: 1}
        heap = [(cost(start) or 0, 0, next(ticket), first, self._after({}, start, 1))]
        seen = set()
        for _ in range(_PATIENCE):
            if not heap:
                return None
            spent, _, _, move, open_sums = heappop(heap)
            if not open_sums:
                return move
            state = frozenset(move.items())
            if state in seen:
                continue
            seen.add(state)
            at, balance = min(open_sums.items(), key=lambda entry: len(self._sums[entry[0]]))
            for key, sign in self._sums[at]:
                direction = -sign if balance > 0 else sign
                price = None if key in move else cost(key)
                if price is None or (direction < 0 and self._counts[key] < amount):
                    continue
                after = self._after(open_sums, key, direction)
                heappush(
                    heap, (spent + price + step, len(after), next(ticket), {**move, key: direction}, after)
                )
        return None

    def _after(self, open_sums: dict[int, int], key: Key, direction: int) -> dict[int, int]:
        """Return by how much each sum is off once a cell has moved as well."""
        after = dict(open_sums)
        for at, sign in self._sums_of.get(key, ()):
            after[at] = after.get(at, 0) + sign * direction
            if not after[at]:
                del after[at]
        return after
