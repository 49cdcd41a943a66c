"""Counts of people at a reference date."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Protocol

from msgspec import Struct, field

from tea_assistant.model.catalogue import CellSelector
from tea_assistant.model.evidence import Accepted
from tea_assistant.model.source import NOWHERE, Source
from tea_assistant.model.spelling import plain

SPLITS = ("employment", "level", "age", "status", "career", "pay_group", "unit", "training", "duration")
"""The keys that narrow a group down."""
COUNTS = ("total", "women", "men", "diverse")
"""The keys that hold how many were counted."""


class PublishedPercent(Struct, frozen=True):
    """A value that was only published as a rounded percentage and can't be recomputed."""

    percent: Fraction = Fraction(0)
    digits: int = 0
    published: bool = True


class FigureRow(Struct, frozen=True):
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
    period: Mapping[str, str] = field(default_factory=dict)
    """`from` and `to` where this row counts another time than the rest of its file."""
    total: int | PublishedPercent | None = None
    women: int | PublishedPercent | None = None
    men: int | PublishedPercent | None = None
    diverse: int | PublishedPercent | None = None
    note: str = ""

    def __hash__(self) -> int:
        """Leave out the period, which is a mapping: equal rows are alike in the others, too."""
        return hash((*(getattr(self, name) for name in ("group", *SPLITS, *COUNTS)), self.note))


RowKey = tuple[str, ...]
"""What tells one counted group from the others of its file: the group and every split."""


class Counted(Protocol):
    """A row, or what names one: a group, and an attribute for each split."""

    @property
    def group(self) -> str:
        """Who is counted."""


def row_key(like: Counted, **other: str) -> RowKey:
    """Return the key of what is counted, however its splits are spelled; `other` replaces some of it."""
    splits = (other.get(split, getattr(like, split)) for split in SPLITS)
    return other.get("group", like.group), *map(plain, splits)


class FigureSet(Struct, frozen=True, dict=True):
    """All figures of one reference date."""

    id: str
    where: Source = NOWHERE
    as_of: str = ""
    basis: str = "heads"
    period: Mapping[str, str] = field(default_factory=dict)
    """`from` and `to` of what happens over a time, such as hires; else the twelve months up to `as_of`."""
    source: str = ""
    url: str = ""
    public: bool = False
    """Published by the organisation or the jury already, so that there is nothing left to protect."""
    excluded: tuple[str, ...] = ()
    note: str = ""
    rows: tuple[FigureRow, ...] = ()
    accepted: tuple[Accepted, ...] = ()

    def __hash__(self) -> int:
        """Leave out the period, as the hash of a row does."""
        return hash((self.id, self.as_of, self.rows))

    @cached_property
    def numbers(self) -> Mapping[RowKey, tuple[int, ...]]:
        """The numbers of the rows by what they count, as every figure asks for some of them."""
        found: dict[RowKey, tuple[int, ...]] = {}
        for number, row in enumerate(self.rows):
            key = row_key(row)
            found[key] = (*found.get(key, ()), number)
        return found

    @cached_property
    def found(self) -> dict[CellSelector, "int | PublishedPercent | None"]:
        """The cells that were looked for, as every check and every sentence asks for the same ones again."""
        return {}
