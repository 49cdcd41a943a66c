"""Which figures of a reference date must not be published because they tell of a small group.

The rule is cell suppression, as statistical offices do it: a count of one to `threshold - 1` people is hidden
(minimum frequency rule), and so is what would let a reader compute it (secondary suppression). For each small
count we look for other counts that would print the very same page, with that count at or above the threshold.
If the figures published so far allow none, those are hidden that make one possible at least cost: the
cheapest path of changes through the sums, as in network heuristics for cell suppression. What counts as safe
is thus proven by example, for whole numbers of people, none of them negative.

Covered are, within one reference date, over all indicators of the dossier together:

- totals and complements: men = total - women, full time = all - part time, and those of a whole whom no row
  tells;
- part-time work above and below half, splits by level, age, unit and the like against their whole, and groups
  that are a part of others;
- shares: a published share counts as if both its numbers were published. So it does not help to know the
  whole from elsewhere, to combine shares, or to use differences between rounds, which are computed from exact
  values; and a difference is published only where both its ends are;
- small unions: several hidden counts that together stay below the threshold;
- nobody in a small group: who sees that none of the few are women knows the sex of all of them.

Not covered:

- nobody in a larger group: a zero is published, although it tells of everybody else (group disclosure);
- knowledge from elsewhere: of persons, from tables of others that show what is hidden here, or from documents
  printed before the threshold, a figure or the indicators changed;
- numbers that people type into texts and notes (checks warn of them);
- bounds between groups of which the catalogue does not say that one is a part of the other, and a group that
  changes by a few people between two rounds;
- estimates: a hidden count can lie within narrow bounds, and a hidden share of a large group may be guessed;
- reasoning about this program, whose choice of what to hide depends on what it hides.

Sources: Hundepool et al., Handbook on Statistical Disclosure Control, 2nd edition 2024 (chapters on tables;
https://sdctools.github.io/HandbookSDC/), and Statistical Disclosure Control, Wiley 2012,
doi:10.1002/9781118348239. Threshold: OECD, Glossary of Statistical Terms, „threshold rule“ (some agencies ask
for five, others for three). Secondary suppression from linear relations: Langsrud, GaussSuppression (CRAN).
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from tea_assistant.figures.protect_cells import Cells, Formula, cells_behind
from tea_assistant.figures.protect_moves import Moves
from tea_assistant.figures.protect_sums import Key
from tea_assistant.model.figures import SPLITS, FigureSet


class Reason(StrEnum):
    """Why a figure is suppressed."""

    SMALL = "small"
    """It tells of a small group itself."""
    REVEALS = "reveals"
    """Together with what else is published, it would tell how many a small group has."""


_WORTH_A_SECOND_LOOK = 300
"""Searches after which a page would be kept waiting."""
_LOSS_SPLIT = 10
"""A count of those who work part time, of a level and the like."""
_LOSS_SHARE = 30
"""What texts and juries quote."""
_LOSS_WHOLE = 100
"""A count of a group as a whole, which readers need to judge all the others."""
_LOSS_REQUIRED = 1000
"""An indicator without which an application is not complete."""


def suppressed_figures(
    formulas: Mapping[Formula, bool],
    figures: FigureSet,
    threshold: int,
    wholes: Mapping[str, str] = MappingProxyType({}),
) -> dict[Formula, Reason]:
    """Return the formulas whose result must not be published for a date, each with the reason.

    `formulas` are all that is to be published, with whether an application requires it;
    `wholes` says which group is a part of which.
    """
    if figures.public:
        return {}
    cells = cells_behind(formulas, figures, wholes)
    small = _small_cells(cells, threshold)
    if not small:
        return {}
    hidden = {
        each: Reason.SMALL
        for each, involved in cells.involved.items()
        if not small.keys().isdisjoint(involved)
    }
    for each in _revealing(cells, small, hidden, formulas):
        hidden.setdefault(each, Reason.REVEALS)
    return hidden


def _small_cells(cells: Cells, threshold: int) -> dict[Key, int]:
    """Return every cell that identifies people, with what it lacks to a group that does not."""
    lacking = {key: threshold - count for key, count in cells.counts.items() if 0 < count < threshold}
    for each in cells.sums:
        if each.whole in lacking:
            nobody = (part for part in each.parts if not cells.counts[part] and part not in cells.presumed)
            lacking |= dict.fromkeys(nobody, threshold)
    return lacking


def _revealing(
    cells: Cells, small: Mapping[Key, int], hidden: Iterable[Formula], formulas: Mapping[Formula, bool]
) -> Iterable[Formula]:
    """Return what must be hidden, too, so that every small cell could be a larger one."""
    showing: dict[Key, list[Formula]] = {}
    already = set(hidden)
    for each, keys in cells.shown.items():
        if each not in already:
            for key in keys:
                showing.setdefault(key, []).append(each)
    losses = {each: _loss(each, is_required=formulas[each]) for each in cells.shown}
    revealing: dict[Formula, None] = {}

    def cost(key: Key) -> int | None:
        if key in cells.presumed:
            return None
        told = [losses[each] for each in showing.get(key, ()) if each not in revealing]
        # Of two cells alike, the smaller one is the smaller loss.
        return sum(told) + cells.counts[key].bit_length() if told else 0

    moves = Moves(cells)
    for key, lacking in small.items():
        move = moves.cheapest(key, lacking, cost) or moves.cheapest(key, lacking, cost, step=_LOSS_WHOLE)
        # Where the search gives up, nothing is published that the cells have to do with.
        touched = showing if move is None else move
        revealing |= dict.fromkeys(each for moved in touched for each in showing.get(moved, ()))
    if len(revealing) * len(small) > _WORTH_A_SECOND_LOOK:
        return revealing

    def unless_shown(key: Key) -> int | None:
        return 0 if cost(key) == 0 else None

    # What was hidden for one small cell may be needless once more is hidden for another.
    for each in sorted(revealing, key=lambda each: -losses[each]):
        del revealing[each]
        if not all(moves.cheapest(key, lacking, unless_shown) for key, lacking in small.items()):
            revealing[each] = None
    return revealing


def _loss(formula: Formula, *, is_required: bool) -> int:
    numerator, denominator = formula
    if is_required:
        return _LOSS_REQUIRED
    if denominator is not None:
        return _LOSS_SHARE
    is_split = any(getattr(numerator, split) for split in SPLITS)
    return _LOSS_SPLIT if is_split else _LOSS_WHOLE if numerator.count == "total" else _LOSS_SHARE
