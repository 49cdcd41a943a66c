"""The folder of one organisation, across all rounds."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.cycle import Round
from tea_assistant.model.evidence import Accepted, Evidence
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.source import NOWHERE, Source


class GenderNotation(StrEnum):
    """How the house writes gender."""

    STAR = "star"
    COLON = "colon"
    UNDERSCORE = "underscore"
    BINNEN_I = "binnen_i"
    SLASH = "slash"
    PAIR = "pair"
    NEUTRAL = "neutral"


class Contact(Struct, frozen=True):
    """Whom to ask."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""


class Award(Struct, frozen=True):
    """An award that the organisation has received."""

    year: int = 0
    number: int | None = None
    valid: Mapping[str, str] = field(default_factory=dict)
    source: str = ""


class HouseRules(Struct, frozen=True):
    """Rules for all texts and figures of a dossier."""

    gender_notation: GenderNotation | None = None
    """None where none is set: then the one that the texts use most is the rule."""
    small_group: int = 5
    words: tuple[str, ...] = ()
    """What the house writes and no dictionary knows."""


class Organisation(Struct, frozen=True):
    """Who applies, and the house rules."""

    where: Source = NOWHERE
    name: str = ""
    state: str = ""
    place: str = ""
    sector: str = "verwaltung"
    branch: str = ""
    website: str = ""
    office: str = ""
    contact: Contact = field(default_factory=Contact)
    about: str = ""
    awards: tuple[Award, ...] = ()
    house_rules: HouseRules = field(default_factory=HouseRules)
    accepted: tuple[Accepted, ...] = ()


class Attachment(Struct, frozen=True):
    """The state on disk of a file that a proof points to."""

    exists: bool
    inside: bool
    """False where the path would leave the dossier; such a file is never opened."""
    sha256: str = ""
    spelled: str = ""
    """The name of the file on disk, where the proof spells it otherwise."""


class Dossier(Struct, frozen=True):
    """All that an organisation has put down, with the catalogues it answers."""

    organisation: Organisation
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    figures: Mapping[str, FigureSet] = field(default_factory=dict)
    rounds: Mapping[str, Round] = field(default_factory=dict)
    """By year, oldest first."""
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    """By the path as the proof writes it."""
