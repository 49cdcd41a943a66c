"""Counts of people at a reference date."""

from dataclasses import dataclass, field
from fractions import Fraction

from tea_assistant.model.evidence import Accepted
from tea_assistant.model.source import NOWHERE, Source


@dataclass(frozen=True, slots=True)
class PublishedPercent:
    """A value that was only published as a rounded percentage and can't be recomputed."""

    percent: Fraction = Fraction(0)
    digits: int = 0
    published: bool = True


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One counted group, split by sex; the other keys narrow it down."""

    group: str = ""
    employment: str = ""
    level: str = ""
    age: str = ""
    status: str = ""
    career: str = ""
    pay_group: str = ""
    unit: str = ""
    total: int | PublishedPercent | None = None
    women: int | PublishedPercent | None = None
    men: int | PublishedPercent | None = None
    diverse: int | PublishedPercent | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FigureSet:
    """All figures of one reference date."""

    id: str
    where: Source = field(default=NOWHERE, repr=False)
    as_of: str = ""
    basis: str = "heads"
    source: str = ""
    url: str = ""
    excluded: tuple[str, ...] = ()
    note: str = ""
    rows: tuple[FigureRow, ...] = ()
    accepted: tuple[Accepted, ...] = ()
