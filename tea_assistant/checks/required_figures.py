"""The figures that every application must have."""

from collections.abc import Iterator

from tea_assistant.figures.cells import cell_of, row_of
from tea_assistant.figures.values import value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.source import Path


def required_indicators(application: Application) -> tuple[Indicator, ...]:
    """Return the figures that the catalogue demands, in its order."""
    return tuple(i for i in application.catalogue.indicators.values() if i.required)


def unanswered(application: Application, figures: FigureSet) -> Iterator[tuple[Indicator, Path]]:
    """Yield each demanded figure that has no value, with the place where its count is missing."""
    for indicator in required_indicators(application):
        if value_of(indicator, figures) is None:
            yield indicator, place_of(indicator, figures)


def place_of(indicator: Indicator, figures: FigureSet) -> Path:
    """Return where a figure's first missing count belongs, or else its numerator."""
    cells = [cell for cell in (indicator.numerator, indicator.denominator) if cell]
    cell = next((cell for cell in cells if cell_of(cell, figures) is None), cells[0])
    row = row_of(cell, figures)
    return ("rows",) if row is None else ("rows", figures.rows.index(row), cell.count)
