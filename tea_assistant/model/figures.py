"""Counts of people at a reference date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from tea_assistant.model.evidence import Accepted
from tea_assistant.model.source import NOWHERE, Source

SPLITS = ("employment", "level", "age", "status", "career", "pay_group", "unit", "training", "duration")
"""The keys that narrow a group down."""
COUNTS = ("total", "women", "men", "diverse")
"""The keys that hold how many were counted."""


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
    training: str = ""
    duration: str = ""
    period: Mapping[str, str] = field(default_factory=dict, hash=False)
    """`from` and `to` where this row counts another time than the rest of its file."""
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
    period: Mapping[str, str] = field(default_factory=dict, hash=False)
    """`from` and `to` of what happens over a time, such as hires; else the twelve months up to `as_of`."""
    source: str = ""
    url: str = ""
    public: bool = False
    """Published by the organisation or the jury already, so that there is nothing left to protect."""
    excluded: tuple[str, ...] = ()
    note: str = ""
    rows: tuple[FigureRow, ...] = ()
    accepted: tuple[Accepted, ...] = ()
