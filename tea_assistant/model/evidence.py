"""A measure with its results and proofs."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct, field

from tea_assistant.model.source import NOWHERE, Source


class Audience(StrEnum):
    """Whom a measure reaches."""

    INTERNAL = "internal"
    CITIZENS = "citizens"
    BOTH = "both"


class LegalCharacter(StrEnum):
    """Whether the law demands a measure; juries rate what goes beyond."""

    VOLUNTARY = "voluntary"
    BEYOND_LAW = "beyond_law"
    STATUTORY = "statutory"
    COLLECTIVE_AGREEMENT = "collective_agreement"


class EvidenceState(StrEnum):
    """What became of a measure in a round."""

    NEW = "new"
    CONTINUED = "continued"
    EXPANDED = "expanded"
    PLANNED = "planned"
    ENDED = "ended"
    OPEN = "open"


class Release(StrEnum):
    """Whether a proof may be given to the jury."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Proof(Struct, frozen=True):
    """A file, link or document that backs a measure."""

    title: str = ""
    file: str = ""
    url: str = ""
    sha256: str = ""
    dated: str = ""
    retrieved: str = ""
    release: Release = Release.INTERNAL


class Result(Struct, frozen=True):
    """What a measure achieved: a number with its unit, or a sentence."""

    value: Fraction | None = None
    unit: str = ""
    text: str = ""
    as_of: str = ""
    source: str = ""


class EvidenceInCycle(Struct, frozen=True):
    """What became of a measure in one round."""

    state: EvidenceState | None = None
    confirmed: str = ""
    by: str = ""
    change: str = ""
    reason: str = ""


class Origin(Struct, frozen=True):
    """Where an import took something from."""

    document: str = ""
    url: str = ""
    heading: str = ""
    line: int | None = None
    page: int | None = None
    sha256: str = ""


class Accepted(Struct, frozen=True):
    """A finding that was looked at and accepted with a reason."""

    code: str = ""
    path: str = ""
    reason: str = ""


class Evidence(Struct, frozen=True):
    """One measure, living across all rounds; linked from any number of criteria."""

    id: str
    where: Source = NOWHERE
    title: str = ""
    summary: str = ""
    goal: str = ""
    action_fields: tuple[str, ...] = ()
    """The first is the main one."""
    criteria: tuple[str, ...] = ()
    audience: Audience | None = None
    target_groups: tuple[str, ...] = ()
    legal_character: LegalCharacter | None = None
    legal_basis: str = ""
    since: str = ""
    until: str = ""
    covers: Mapping[str, str] = field(default_factory=dict)
    """The reporting period: `from` and `to`, as exact as known."""
    collected: str = ""
    """When facts and proofs were last gathered."""
    responsible: str = ""
    partners: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    proofs: tuple[Proof, ...] = ()
    cycles: Mapping[str, EvidenceInCycle] = field(default_factory=dict)
    origin: Origin | None = None
    further_origins: tuple[Origin, ...] = ()
    """Where imports have added to it."""
    accepted: tuple[Accepted, ...] = ()

    def in_cycle(self, cycle: str) -> EvidenceInCycle:
        """Return what became of the measure in a round; empty where nothing is recorded."""
        return self.cycles.get(cycle, _UNRECORDED)

    @property
    def reaches_citizens(self) -> bool:
        """Tell whether the measure has an effect outside the administration."""
        return self.audience in (Audience.CITIZENS, Audience.BOTH)

    @property
    def goes_beyond_law(self) -> bool:
        """Tell whether the measure is something that a jury rates: voluntary or beyond the law."""
        return self.legal_character in (LegalCharacter.VOLUNTARY, LegalCharacter.BEYOND_LAW)


def is_later(date: str, cycle: str) -> bool:
    """Tell whether a date lies after a round: a measure lives on, and what came later is of the next one."""
    return date[:4] > cycle


_UNRECORDED = EvidenceInCycle()
