"""An action field of the instrument with its prompts and criteria."""

from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.source import NOWHERE, Source


class Expectation(StrEnum):
    """What a field or criterion as a whole must show."""

    CITIZENS = "citizens"
    VOLUNTARY = "voluntary"


class Prompt(Struct, frozen=True):
    """A text that the instrument asks for, with help for writing it."""

    id: str = ""
    title: str = ""
    question: str = ""
    guidance: str = ""
    required: bool = True
    official: bool = False
    source: str = ""


class Criterion(Struct, frozen=True):
    """An activity that can be ticked and described in a field."""

    id: str = ""
    title: str = ""
    question: str = ""
    guidance: str = ""
    good_evidence: str = ""
    words: tuple[str, ...] = ()
    """Phrases by which documents name it besides its title; all words of one must stand in a text."""
    official: bool = False
    source: str = ""
    expects: tuple[Expectation, ...] = ()
    replaces: tuple[str, ...] = ()


class ActionField(Struct, frozen=True):
    """A field of the instrument: it begins and ends with a free text, with criteria between."""

    id: str
    where: Source = NOWHERE
    title: str = ""
    short_title: str = ""
    official: bool = False
    source: str = ""
    applies_to: tuple[str, ...] = ()
    expects: tuple[Expectation, ...] = ()
    guidance: str = ""
    opening: Prompt | None = None
    closing: Prompt | None = None
    words: tuple[str, ...] = ()
    """Phrases by which documents speak of the field as a whole."""
    criteria: tuple[Criterion, ...] = ()

    @property
    def label(self) -> str:
        """The short title where there is one."""
        return self.short_title or self.title

    def criterion(self, criterion_id: str) -> Criterion | None:
        """Return the criterion with this id, if the field has it."""
        return next((c for c in self.criteria if c.id == criterion_id), None)

    def asked_of(self, sector: str) -> bool:
        """Tell whether an organisation of this sector fills in the field."""
        return not self.applies_to or not sector or sector in self.applies_to
