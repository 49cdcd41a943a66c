"""How long the document is, part by part: as lines for people and as values for programs."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from tea_assistant.errors import NoLayout
from tea_assistant.figures.german import number_text
from tea_assistant.model.catalogue import Part
from tea_assistant.model.page_count import PageCount
from tea_assistant.services.pages import Pages
from tea_assistant.services.progress import fitted, part_label
from tea_assistant.services.session import Session

_FRONT = "Titelblatt und Inhalt"


def counted(session: Session) -> PageCount | NoLayout:
    """Count the pages, or return why they can't be counted."""
    try:
        return Pages().count(session)
    except NoLayout as problem:
        return problem


def pages_lines(session: Session, count: PageCount | NoLayout) -> Iterator[str]:
    """Yield the length of the whole document, and of each part beside its share of the pages."""
    yield total_line(session, count)
    if isinstance(count, NoLayout):
        return
    for part in session.application.parts:
        if extent := count.by_part.get(part.id):
            yield _line(part_label(session, part.id), extent.pages, part)
    yield _line(_FRONT, count.front, None)


def total_line(session: Session, count: PageCount | NoLayout) -> str:
    """Say how long the whole document is."""
    if isinstance(count, NoLayout):
        limit = session.application.page_limit
        return f"Umfang:  nicht gezählt, Vorgabe {_pages(limit)}. {count.message} ({count.hint})"
    return length_line(session, count.total)


def length_line(session: Session, pages: int) -> str:
    """Say that the whole document has so many pages."""
    limit = session.application.page_limit
    over = f", {_pages(pages - limit)} zu viel" if pages > limit else ""
    return f"Umfang:  {pages} von {limit} Seiten{over}"


def pages_values(session: Session, count: PageCount | NoLayout) -> Mapping[str, object]:
    """Return the same as values; `total` is null where pages can't be counted."""
    application = session.application
    if isinstance(count, NoLayout):
        return {"total": None, "budget": application.page_limit, "parts": {}}
    parts = {
        part.id: {
            "pages": round(extent.pages, 1),
            "first_page": extent.first_page,
            "budget": float(part.pages),
        }
        for part in application.parts
        if (extent := count.by_part.get(part.id))
    }
    return {"total": count.total, "budget": application.page_limit, "parts": parts}


def is_over(pages: float, part: Part) -> bool:
    """Tell whether a part is longer than its share, as far as one digit tells."""
    return bool(part.pages) and round(pages, 1) > part.pages


def _line(label: str, pages: float, part: Part | None) -> str:
    shown = f"  {fitted(label)} {number_text(Fraction(round(pages, 1)).limit_denominator(10), 1):>5}"
    if part is None or not part.pages:
        return shown
    budget = number_text(part.pages, 0 if part.pages.denominator == 1 else 1)
    return f"{shown} von {budget:<3}{' zu lang' if is_over(pages, part) else ''}".rstrip()


def _pages(number: int) -> str:
    return "1 Seite" if number == 1 else f"{number} Seiten"
