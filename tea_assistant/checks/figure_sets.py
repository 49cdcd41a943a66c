"""The figures that a round prints: its own, and those of the rounds before it."""

from collections.abc import Iterator

from tea_assistant.checks.parts import part_id
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.figures import FigureSet


def printed_figures(application: Application) -> Iterator[FigureSet]:
    """Yield the figures of this round and of earlier ones, each file once, newest first."""
    found = {figures.id: figures for _, figures in application.figure_history}
    yield from found.values()


def figures_part(application: Application) -> str:
    """Return the part of the application in which the figures stand."""
    return part_id(application, PartKind.FIGURES)
