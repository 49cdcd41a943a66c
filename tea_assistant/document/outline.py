"""The outline of the document: its title and its sections, part after part."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from tea_assistant.document.action_field import action_field_sections
from tea_assistant.document.attachments import attachments_sections
from tea_assistant.document.blocks import Line, Section, Span, joined
from tea_assistant.document.charts import with_chart
from tea_assistant.document.dates import german_date
from tea_assistant.document.figures_table import figures_sections
from tea_assistant.document.measures import measures_sections
from tea_assistant.document.organisation import organisation_sections
from tea_assistant.document.registers import Registers
from tea_assistant.document.understanding import understanding_sections
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Part, PartKind

_SECTIONS: Mapping[PartKind, Callable[[Registers, Part], list[Section]]] = {
    PartKind.ORGANISATION: organisation_sections,
    PartKind.FIGURES: figures_sections,
    PartKind.UNDERSTANDING: understanding_sections,
    PartKind.ACTION_FIELD: action_field_sections,
    PartKind.EVIDENCE: measures_sections,
    PartKind.ATTACHMENTS: attachments_sections,
}

Chapters = Mapping[str, Sequence[Section]]
"""Sections made elsewhere, by the part that they fill: those that look beyond one round."""
NO_CHAPTERS: Chapters = MappingProxyType({})


class Outline(Struct, frozen=True):
    """A document before it is written in any format."""

    title: str
    meta: Line
    """What stands under the title: who applies, and for which time."""
    sections: tuple[Section, ...]
    """In the order of reading; a part is a section of level 2 with those of level 3 that follow."""


def outline(application: Application, chapters: Chapters = NO_CHAPTERS) -> Outline:
    """Lay out the application of a round; parts without content are left out."""
    registers = Registers(application)
    sections = [s for part in application.parts for s in _part_sections(registers, part, chapters)]
    return Outline(_title(application), _meta(application), tuple(sections))


def outline_part(
    application: Application, part_id: str, chapters: Chapters = NO_CHAPTERS
) -> tuple[Section, ...]:
    """Lay out a single part of the application; empty where it has no content or does not exist."""
    registers = Registers(application)
    part = next((part for part in application.parts if part.id == part_id), None)
    return tuple(_part_sections(registers, part, chapters)) if part else ()


def _part_sections(registers: Registers, part: Part, chapters: Chapters) -> Sequence[Section]:
    if part.kind is PartKind.PROGRESS:
        return chapters.get(part.id, ())
    return with_chart(registers, part, _SECTIONS[part.kind](registers, part)) if part.kind else ()


def _title(application: Application) -> str:
    award = application.catalogue.award or application.catalogue.title
    return f"{award} {application.cycle.id}".strip()


def _meta(application: Application) -> Line:
    cycle, name = application.cycle, application.organisation.name
    number = f"{cycle.award}. Bewerbung" if cycle.award else "Bewerbung"
    submitted = f"eingereicht: {german_date(cycle.submitted)}" if cycle.submitted else ""
    about = [Span(text) for text in (number, submitted) if text]
    return joined([Span(name, strong=True), *about] if name else about)
