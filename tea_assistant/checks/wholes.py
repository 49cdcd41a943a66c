"""Finds the rows that a row is a part of: by a split, by employment, or by what a catalogue says."""

from collections.abc import Iterator

from tea_assistant.checks.figure_rows import PlacedRow, row_with
from tea_assistant.model.application import Application
from tea_assistant.model.figures import SPLITS, FigureSet

_WIDER = {"full": "", "part": "", "part_above_half": "part", "part_below_half": "part"}


def wholes_of(placed: PlacedRow, figures: FigureSet) -> Iterator[PlacedRow]:
    """Yield the rows of the same group that hold a row, one step wider each."""
    row = placed.row
    if row.employment in _WIDER and (wider := row_with(figures, row, "employment", _WIDER[row.employment])):
        yield wider
    for key in SPLITS:
        if key != "employment" and getattr(row, key) and (wider := row_with(figures, row, key, "")):
            yield wider


def wider_groups(application: Application, placed: PlacedRow, figures: FigureSet) -> Iterator[PlacedRow]:
    """Yield the row of the group that a row's group is a part of, as far as the catalogue says so."""
    group = application.catalogue.wholes.get(placed.row.group)
    if group and (wider := row_with(figures, placed.row, "group", group)):
        yield wider
