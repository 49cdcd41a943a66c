"""The chapters of the document that look beyond its own round."""

from collections.abc import Mapping

from msgspec.structs import replace

from tea_assistant.document.blocks import Section, Span, Table
from tea_assistant.document.chart import Chart
from tea_assistant.document.charts import comparison
from tea_assistant.figures.comparability import Difference, comparability
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Part, PartKind
from tea_assistant.renewal.figure_changes import FigureChange
from tea_assistant.renewal.progress import Progress, progress
from tea_assistant.renewal.progress_text import PART, progress_sections
from tea_assistant.renewal.rounds import titles


def chapters(application: Application, only: str = "") -> Mapping[str, tuple[Section, ...]]:
    """Return the chapters by the part that they fill, of one part alone if it is named.

    A first application has none, and neither has a round in which nothing is told yet of what changed.
    """
    wanted = (part for part in application.parts if part.kind is PartKind.PROGRESS)
    return {part.id: _since_last(application, part) for part in wanted if only in ("", part.id)}


def _since_last(application: Application, part: Part) -> tuple[Section, ...]:
    if not application.prior_rounds:
        return ()
    dossier, last = application.dossier, application.prior_rounds[0]
    found = progress(dossier, last.cycle.id, application.cycle.id)
    table = _figures_table(application)
    if table:
        told_apart = tuple(figure for figure in found.figures if _comparable(application, figure, found))
        found = replace(found, figures=told_apart)
    chapter, *told = progress_sections(found, application.labels, titles(dossier), table=table)
    chart = comparison(application, part.id, last.cycle.id)
    told = [_with(chart, section) if chart and _has_figures(section) else section for section in told]
    return tuple(_moved(section, part) for section in (chapter, *told)) if told else ()


def _figures_table(application: Application) -> Span | None:
    """Return the way to the table that has all figures with their change, where the document has one."""
    part = next((part for part in application.parts if part.kind is PartKind.FIGURES), None)
    return Span(application.part_title(part), section=part.id) if part else None


def _comparable(application: Application, figure: FigureChange, found: Progress) -> bool:
    """Tell whether a change is none of the way of counting; a rounded value is no other way."""
    caveats = comparability(application, figure.indicator, found.new, found.old)
    return all(caveat.difference is Difference.PRECISION for caveat in caveats)


def _has_figures(section: Section) -> bool:
    return any(isinstance(block, Table) for block in section.blocks)


def _with(chart: Chart, section: Section) -> Section:
    return replace(section, blocks=(*section.blocks, chart))


def _moved(section: Section, part: Part) -> Section:
    """Put a section into a part, which a catalogue may call as it likes."""
    return replace(section, id=part.id + section.id.removeprefix(PART), part=part.id)
