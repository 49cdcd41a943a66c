"""Which figures of a reference date must not be published because they tell of a small group."""

from collections.abc import Iterable
from enum import StrEnum

from tea_assistant.figures.cells import Cell, cell_of
from tea_assistant.model.catalogue import CellSelector, Indicator
from tea_assistant.model.figures import FigureSet


class Reason(StrEnum):
    """Why a figure is suppressed."""

    SMALL = "small"
    """It counts a small group itself."""
    REVEALS = "reveals"
    """Together with what else is published, it would tell how many a small group has."""


Formula = tuple[CellSelector, CellSelector | None]
"""What an indicator computes, whatever a catalogue calls it: one cell, or one in another."""


def formula(indicator: Indicator) -> Formula:
    """Return what an indicator computes."""
    return indicator.numerator, indicator.denominator


def suppressed_figures(
    formulas: Iterable[Formula], figures: FigureSet, threshold: int
) -> dict[Formula, Reason]:
    """Return the formulas whose result must not be published for a date, each with the reason."""
    return {each: Reason.SMALL for each in formulas if _tells_of_few(each, figures, threshold)}


def is_small(count: int, threshold: int) -> bool:
    """Tell whether a group could identify people; an empty one identifies nobody."""
    return 0 < count < threshold


def _tells_of_few(formula: Formula, figures: FigureSet, threshold: int) -> bool:
    numerator, denominator = formula
    part = cell_of(numerator, figures)
    if denominator is None:
        return _is_few(part, threshold)
    whole = cell_of(denominator, figures)
    rest = whole - part if isinstance(part, int) and isinstance(whole, int) else None
    return any(_is_few(cell, threshold) for cell in (part, whole, rest))


def _is_few(cell: Cell | None, threshold: int) -> bool:
    return isinstance(cell, int) and is_small(cell, threshold)
