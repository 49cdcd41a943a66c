"""How long the document and its parts are, in the few words for which screens have room."""

from collections.abc import Iterator
from itertools import islice

from textual.content import Content

from tea_assistant.checks.lengths import PartLength, is_too_long, longest, pages_text, share_text
from tea_assistant.model.application import Application
from tea_assistant.model.passages import passage

OVER = "▲"
"""The sign before what is too long; it says so without colour too."""


def length_of(application: Application, part_id: str) -> PartLength | None:
    """Return how long a part is; None while nobody knows, or where it has no share of the pages."""
    part = next((part for part in application.parts if part.id == part_id), None)
    if application.pages is None or part is None or not part.pages:
        return None
    return PartLength(part, application.pages.part(part_id), float(part.pages))


def part_pages(length: PartLength) -> str:
    """Write the pages of a part beside its share: 3,2 von 4 S."""
    sign = f"{OVER} " if length.excess > 0 else ""
    return f"{sign}{pages_text(length.pages)} von {share_text(length.part)} S."


def short_pages(length: PartLength) -> str:
    """Write the pages of a part where there is room for no more: 3,2 S."""
    return f"{OVER} {pages_text(length.pages)} S." if length.excess > 0 else f"{pages_text(length.pages)} S."


def part_note(application: Application, part_id: str) -> Content:
    """Write the pages of a part, or how far it is over its share; empty while nobody knows."""
    length = length_of(application, part_id)
    if length is None:
        return Content()
    if length.excess > 0:
        return Content.styled(f"{OVER} {pages_text(length.excess)} S. über dem Richtwert", "$text-warning")
    return Content(part_pages(length))


def longest_note(application: Application, part_id: str) -> str:
    """Name the longest passages of a part that is too long; empty where it is not."""
    length = length_of(application, part_id)
    if length is None or length.excess <= 0:
        return ""
    named = longest(application, part_id)
    return f"{part_pages(length)}. Am längsten: {named}" if named else f"{part_pages(length)}."


def total_pages(application: Application, unit: str = "Seiten") -> Content:
    """Write the pages of the document beside its limit: 14 von 25 Seiten; empty while nobody knows."""
    if application.pages is None:
        return Content()
    told = f"{application.pages.total} von {application.page_limit} {unit}"
    return Content.styled(f"{OVER} {told}", "$text-warning") if is_too_long(application) else Content(told)


def total_note(application: Application) -> Content:
    """Write the pages of the document, and how far it is over its limit; empty while nobody knows."""
    if application.pages is None or not is_too_long(application):
        return total_pages(application)
    excess = application.pages.total - application.page_limit
    too_many = "1 Seite" if excess == 1 else f"{excess} Seiten"
    return Content.assemble(
        (f"{OVER} {too_many} zu viel", "$text-warning"),
        f" ({application.pages.total} von {application.page_limit}). Am längsten:",
    )


def longest_passages(application: Application, count: int) -> Iterator[tuple[str, str]]:
    """Yield the longest sections that somebody writes, with their pages, where the document is too long."""
    if application.pages is None or not is_too_long(application):
        return
    extents = application.pages.by_section
    written = (s for s in application.pages.longest(len(extents)) if passage(application, s))
    for section in islice(written, count):
        yield section, f"{pages_text(extents[section].pages)} S."
