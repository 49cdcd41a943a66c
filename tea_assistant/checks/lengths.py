"""How long the document and its parts are against their shares, for the rules that look at pages."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from tea_assistant.checks.quotes import quoted
from tea_assistant.figures.german import number_text
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Part, PartKind
from tea_assistant.model.passages import passage
from tea_assistant.model.source import Path, Source

_FAR = 1.25
_NAMED = 3
"""So many of the longest passages are named."""


class PartLength(Struct, frozen=True):
    """How long a part is, in pages with one digit, against its share."""

    part: Part
    pages: float
    budget: float

    @property
    def excess(self) -> float:
        """How many pages it has over its share; below 0 where it is shorter."""
        return round(self.pages - self.budget, 1)

    @property
    def is_far(self) -> bool:
        """Tell whether it is more than a quarter over its share."""
        return self.excess > 0 and self.pages > self.budget * _FAR


def part_lengths(application: Application) -> Iterator[PartLength]:
    """Yield the parts that have a share of the pages and stand in the document, where that was laid out."""
    if application.pages is None:
        return
    for part in application.parts:
        if part.pages and part.id in application.pages.by_part:
            yield PartLength(part, application.pages.part(part.id), float(part.pages))


def is_too_long(application: Application) -> bool:
    """Tell whether the document has more pages than it may have."""
    return application.pages is not None and application.pages.total > application.page_limit


def longest(application: Application, part_id: str = "") -> str:
    """Name the longest passages of the document or of a part, with their pages; empty where none is known."""
    if application.pages is None:
        return ""
    named: list[str] = []
    extents = application.pages.by_section
    for section in application.pages.longest(len(extents)):
        found = passage(application, section)
        if found and _is_in(application, section, part_id) and len(named) < _NAMED:
            named.append(f"{quoted(found.title)} ({pages_text(extents[section].pages)})")
    return ", ".join(named)


def _is_in(application: Application, section: str, part_id: str) -> bool:
    where = section.partition("/")[0]
    if where == "evidence":
        kinds = {part.id for part in application.parts if part.kind is PartKind.EVIDENCE}
        return not part_id or part_id in kinds
    return part_id in ("", where)


def pages_text(pages: float) -> str:
    """Write a number of pages as it is measured, always with one digit: 1,3 or 4,0."""
    return number_text(Fraction(round(pages * 10), 10), 1)


def share_text(part: Part) -> str:
    """Write the share of a part, with a digit only where it needs one: 4 or 1,5."""
    return number_text(part.pages, 0 if part.pages.denominator == 1 else 1)


def where_written(application: Application, part: Part) -> tuple[Source, Path]:
    """Return where a part is written; what is made of other things stands for the settings of the round."""
    if part.kind is PartKind.ACTION_FIELD:
        return application.answer(part.id).where, ()
    if part.kind is PartKind.ORGANISATION:
        return application.organisation.where, ()
    if part.kind is PartKind.FIGURES and application.figures:
        return application.figures.where, ()
    if part.kind is PartKind.UNDERSTANDING:
        return application.cycle.where, ("understanding",)
    return application.cycle.where, ("page_budget",)


def part_called(application: Application, part: Part) -> str:
    """Name a part where its length is told; where it is written, everybody knows which one is meant."""
    told_elsewhere = where_written(application, part)[1] == ("page_budget",)
    return f"„{application.part_title(part)}“" if told_elsewhere else "Dieser Teil"
