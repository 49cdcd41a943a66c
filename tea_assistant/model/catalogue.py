"""The instrument: the parts of an application, its action fields, and what its figures mean."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from tea_assistant.model.action_field import ActionField, Prompt
from tea_assistant.model.source import NOWHERE, Source


class PartKind(StrEnum):
    """What stands in a part of an application."""

    ORGANISATION = "organisation"
    FIGURES = "figures"
    UNDERSTANDING = "understanding"
    PROGRESS = "progress"
    ACTION_FIELD = "action_field"
    EVIDENCE = "evidence"
    ATTACHMENTS = "attachments"


class Part(Struct, frozen=True):
    """A part of an application in the portal's order, with its share of the pages."""

    id: str = ""
    kind: PartKind | None = None
    title: str = ""
    pages: Fraction = Fraction(0)
    limits: Mapping[str, int] = field(default_factory=dict)
    """So many characters go into a field of the portal's form, by its name; where nothing is known, none."""


class CellSelector(Struct, frozen=True):
    """Names one cell of a figures file: its row by group and splits, its column by count."""

    group: str = ""
    employment: str = ""
    age: str = ""
    level: str = ""
    status: str = ""
    career: str = ""
    pay_group: str = ""
    unit: str = ""
    training: str = ""
    duration: str = ""
    count: str = ""


class Indicator(Struct, frozen=True):
    """The meaning of a figure: a count, or a share of a numerator in a denominator."""

    id: str = ""
    title: str = ""
    definition: str = ""
    numerator: CellSelector = CellSelector()
    denominator: CellSelector | None = None
    digits: int = 0
    fields: tuple[str, ...] = ()
    required: bool = False
    chart: bool = False
    """Whether the document draws its course over the rounds."""
    words: tuple[str, ...] = ()
    """Phrases by which texts name it besides its title; „% der …“ marks the group that a share refers to."""
    own: bool = False
    """Defined by the dossier itself; no catalogue knows it."""


class Group(Struct, frozen=True):
    """A group of people that can be counted."""

    id: str = ""
    title: str = ""
    flow: bool = False
    """It counts what happened in a time, and not who was there on a day."""
    part_of: str = ""
    """The group to which everybody in this one belongs."""


class Definitions(Struct, frozen=True):
    """What one file says that figures mean: of a catalogue, or of a dossier that has its own."""

    where: Source = NOWHERE
    groups: tuple[Group, ...] = ()
    indicators: tuple[Indicator, ...] = ()


class Catalogue(Struct, frozen=True):
    """One instrument: its parts, its prompts, its action fields and the meaning of its figures."""

    id: str
    where: Source = NOWHERE
    title: str = ""
    award: str = ""
    valid: Mapping[str, str] = field(default_factory=dict)
    deadline: str = ""
    """The day of the year by which applications usually have to be in: 04-30; empty where none is known."""
    note: str = ""
    parts: tuple[Part, ...] = ()
    understanding: tuple[Prompt, ...] = ()
    fields: Mapping[str, ActionField] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    """Group id to German title."""
    flows: tuple[str, ...] = ()
    """The groups that count what happened in a time, and not who was there on a day."""
    wholes: Mapping[str, str] = field(default_factory=dict)
    """Group id to the id of the group that it is a part of."""

    def deadline_in(self, year: str) -> str:
        """Return by when an application of that year usually has to be in; empty where that is not known."""
        return f"{year}-{self.deadline}" if self.deadline else ""

    def with_definitions(self, said: Definitions) -> "Catalogue":
        """Return the catalogue with more figures and groups after its own; what has an id first keeps it."""
        indicators, groups = dict(self.indicators), {name: Group(name) for name in self.groups}
        for indicator in said.indicators:
            indicators.setdefault(indicator.id, indicator)
        for group in said.groups:
            groups.setdefault(group.id, group)
        # What has no id cannot be named; the schema says so.
        indicators.pop("", None)
        new = [group for name, group in groups.items() if name and name not in self.groups]
        return replace(
            self,
            indicators=indicators,
            groups={**self.groups, **{group.id: group.title for group in new}},
            flows=(*self.flows, *(group.id for group in new if group.flow)),
            wholes={**self.wholes, **{group.id: group.part_of for group in new if group.part_of}},
        )
