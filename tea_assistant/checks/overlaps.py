"""Tells which parts of a split may count the same person twice, so that their sum means nothing."""

import re
from itertools import pairwise

_ENDLESS = 1000


def may_overlap(labels: list[str]) -> bool:
    """Tell whether two of these labels of one split may hold the same people.

    They do where one is said twice, where one is a part of another by its name („LG 2“ and „LG 2.1“), and
    where they are spans of years or numbers that run into each other („über 50“ and „45–55“).
    """
    known = sorted(" ".join(label.casefold().split()) for label in labels)
    if any(b == a or b.startswith((f"{a}.", f"{a} ", f"{a},", f"{a}/")) for a, b in pairwise(known)):
        return True
    spans = [span for label in known if (span := _span(label))]
    # „30–40“ beside „40–50“ is usual; whoever is 40 is in one of them only.
    return any(second[0] < first[1] for first, second in pairwise(sorted(spans)))


def _span(label: str) -> tuple[int, int] | None:
    """Read „30–50“, „30 bis 50“, „über 50“, „ab 50“, „50+“, „unter 30“, „bis 30“ as whole years."""
    numbers = [int(number) for number in re.findall(r"\d{1,3}", label)]
    if len(numbers) == 2 and re.search(r"\d\s*(?:-|–|bis)\s*(?:unter\s+)?\d", label):
        return numbers[0], numbers[1] - ("unter" in label)
    if len(numbers) != 1:
        return None
    (number,) = numbers
    if re.search(r"\b(?:über|älter als|mehr als)\b", label):
        return number + 1, _ENDLESS
    if "+" in label or re.search(r"\b(?:ab|und älter|mindestens)\b", label):
        return number, _ENDLESS
    if re.search(r"\b(?:unter|jünger als)\b", label):
        return 0, number - 1
    return (0, number) if re.search(r"\bbis\b", label) else None
