"""How counts add up: by sex, by employment, by the rows of a split, and by the groups of a group."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from tea_assistant.figures.employment import EMPLOYMENT_SUMS
from tea_assistant.model.figures import COUNTS

SEXES = ("women", "men", "diverse")

Row = tuple[str, str, tuple[tuple[str, str], ...]]
"""Group, employment, and by what the row is split further."""
Key = tuple[object, ...]
"""A row and a count; or what is left of a whole, which no row tells."""


class Sum(Struct, frozen=True):
    """A whole that its parts add up to."""

    whole: Key
    parts: tuple[Key, ...]


def key(row: Row, count: str) -> Key:
    """Return the key of a cell."""
    return (row, count)


def all_places(rows: Iterable[Row]) -> dict[Row, None]:
    """Return the rows with those that follow: who works full time where the file tells part time."""
    places: dict[Row, None] = {}
    for group, employment, splits in rows:
        if employment:
            places |= {(group, name, splits): None for names in EMPLOYMENT_SUMS for name in names}
        places[group, employment, splits] = None
    return places


def sex_sums(rows: Iterable[Row]) -> Iterator[Sum]:
    """Yield the sum by sex of every row."""
    for place in all_places(rows):
        yield Sum(key(place, "total"), tuple(key(place, sex) for sex in SEXES))


def employment_sums(rows: Iterable[Row]) -> Iterator[Sum]:
    """Yield the sums of full and part time, and of part time above and below half."""
    for group, splits in dict.fromkeys((group, splits) for group, employment, splits in rows if employment):
        for whole, *parts in EMPLOYMENT_SUMS:
            for count in COUNTS:
                yield Sum(
                    key((group, whole, splits), count),
                    tuple(key((group, part, splits), count) for part in parts),
                )


def derive(counts: dict[Key, int], sums: Sequence[Sum]) -> None:
    """Fill in every count that a sum determines, as a reader would."""
    found = True
    while found:
        found = False
        for each in sums:
            unknown = [cell for cell in (each.whole, *each.parts) if cell not in counts]
            if len(unknown) != 1:
                continue
            parts = sum(counts.get(part, 0) for part in each.parts)
            count = parts if unknown[0] == each.whole else counts[each.whole] - parts
            if count >= 0:
                counts[unknown[0]] = count
                found = True


def holds(each: Sum, counts: dict[Key, int]) -> bool:
    """Tell whether all counts of a sum are known and add up; others tell a reader nothing true."""
    known = each.whole in counts and all(part in counts for part in each.parts)
    return known and counts[each.whole] == sum(counts[part] for part in each.parts)


def split_sums(rows: Iterable[Row], counts: dict[Key, int]) -> list[Sum]:
    """Return a whole with the rows of each split of it, and with those of whom no row tells."""
    found: dict[tuple[Row, str], list[Row]] = {}
    for place in all_places(rows):
        group, employment, splits = place
        for split in splits:
            whole = (group, employment, tuple(other for other in splits if other != split))
            found.setdefault((whole, split[0]), []).append(place)
    sums = []
    for (whole, name), places in found.items():
        for count in COUNTS:
            parts = [cell for place in places if (cell := key(place, count)) in counts]
            if (all_of := key(whole, count)) not in counts or not parts:
                continue
            rest = counts[all_of] - sum(counts[part] for part in parts)
            if rest < 0:
                continue  # The groups overlap, so nothing follows from their sum.
            if rest:
                parts.append(("other", name, all_of))
                counts[parts[-1]] = rest
            sums.append(Sum(all_of, tuple(parts)))
    return sums


def group_sums(rows: Iterable[Row], counts: dict[Key, int], wholes: Mapping[str, str]) -> list[Sum]:
    """Return a group with another that is a part of it, and with those who are not in the part."""
    sums = []
    for group, employment, splits in all_places(rows):
        for count in COUNTS if group in wholes else ():
            part = key((group, employment, splits), count)
            whole = key((wholes[group], employment, splits), count)
            if part in counts and counts.get(whole, -1) >= counts[part]:
                rest: Key = ("others", part, whole)
                counts[rest] = counts[whole] - counts[part]
                sums.append(Sum(whole, (part, rest)))
    return sums
