"""How full time and part time add up, and what follows from that."""

from collections.abc import Callable, Iterator, Sequence

EMPLOYMENT_SUMS = (("", "full", "part"), ("part", "part_above_half", "part_below_half"))
"""The whole and its two parts: all are full and part time, part time is above and below half."""

_Sums = Sequence[tuple[str, str, str]]


def by_employment(
    employment: str, counted: Callable[[str], int | None], sums: _Sums = EMPLOYMENT_SUMS
) -> int | None:
    """Return a count that follows from the other employment; None where it does not, or in two ways."""
    results = set(_results(employment, counted, sums))
    if len(results) != 1:
        return None
    (result,) = results
    return result if result >= 0 else None


def _results(employment: str, counted: Callable[[str], int | None], sums: _Sums) -> Iterator[int]:
    for used in sums:
        if employment not in used:
            continue
        # What stands in a sum must not be derived from that same sum.
        rest = [other for other in sums if other != used]
        known = {name: _known(name, counted, rest) for name in used if name != employment}
        counts = [count for count in known.values() if count is not None]
        if len(counts) < len(known):
            continue
        whole = used[0]
        yield sum(counts) if employment == whole else 2 * (known[whole] or 0) - sum(counts)


def _known(employment: str, counted: Callable[[str], int | None], sums: _Sums) -> int | None:
    given = counted(employment)
    return by_employment(employment, counted, sums) if given is None else given
