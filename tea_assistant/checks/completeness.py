"""How far an application is: which of the things that it needs are there, apart from how good they are."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.checks.asked import items_of
from tea_assistant.checks.carried import carried_texts
from tea_assistant.checks.items import Item
from tea_assistant.model.application import Application
from tea_assistant.model.source import Path

ALMOST = 0.99
"""The most that is shown while anything is open, so that no rounding makes it look finished."""


class PartProgress(Struct, frozen=True, dict=True):
    """How far a part of the application is."""

    part: str
    title: str
    items: tuple[Item, ...]

    @cached_property
    def done(self) -> int:
        """How many items are done."""
        return sum(item.done for item in self.items)

    @property
    def open(self) -> int:
        """How many items are not done, those included that wait for another."""
        return len(self.items) - self.done

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1; 1 only when nothing is open."""
        return share_of(self.done, len(self.items))

    @property
    def begun(self) -> bool:
        """Tell whether anything in it is done."""
        return self.done > 0


class Completeness(Struct, frozen=True, dict=True):
    """How far an application is; a part in which nothing is asked is left out."""

    parts: tuple[PartProgress, ...]

    @cached_property
    def overall(self) -> float:
        """How much of all items is done, from 0 to 1; 1 only when nothing is open."""
        return share_of(sum(p.done for p in self.parts), sum(len(p.items) for p in self.parts))

    def part(self, part_id: str) -> PartProgress | None:
        """Return how far a part is; None where nothing is asked in it."""
        return next((p for p in self.parts if p.part == part_id), None)

    def gaps(self) -> tuple[Item, ...]:
        """Return what is to be done next, in the order of the application."""
        return tuple(item for part in self.parts for item in part.items if item.is_gap)


def completeness(application: Application) -> Completeness:
    """Compute how far an application is."""
    return Completeness(tuple(_progress(application)))


def share_of(done: int, asked: int) -> float:
    """Return a share that reaches 1 only when all is done; where nothing is asked, nothing is done."""
    if not asked:
        return 0.0
    return 1.0 if done == asked else min(done / asked, ALMOST)


def _progress(application: Application) -> Iterator[PartProgress]:
    carried = frozenset((text.where.file, text.path) for text in carried_texts(application))
    for part in application.parts:
        if items := tuple(_unless_carried(item, carried) for item in items_of(application, part)):
            yield PartProgress(part.id, application.part_title(part), items)


def _unless_carried(item: Item, carried: frozenset[tuple[str, Path]]) -> Item:
    """Take back that an item is done where its text only stands there from an earlier round."""
    if item.done and (item.file, item.path) in carried:
        # „Gesundheit: beschreiben“ is described; what is left to do takes the place of that.
        return replace(item, done=False, title=f"{item.title.removesuffix(': beschreiben')}: bestätigen")
    return item
