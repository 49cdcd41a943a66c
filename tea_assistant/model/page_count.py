"""How long the document is: the whole, each part and each passage, as the layout has it."""

from collections.abc import Mapping

from msgspec import Struct, field


class Extent(Struct, frozen=True):
    """The pages of a part or a section."""

    first_page: int
    """The page on which its heading stands."""
    pages: float
    """How much room it takes: 1.25 is a page and a quarter."""


class PageCount(Struct, frozen=True):
    """How long the document is."""

    total: int
    """Pages of the PDF, title page and contents included."""
    by_part: Mapping[str, Extent]
    """By the part's id, in the order of reading; a part without content is not there."""
    front: float = 0.0
    """The pages before the first part: title page and contents."""
    by_section: Mapping[str, Extent] = field(default_factory=dict)
    """By the section's id, as in the outline: `af03/closing`, `evidence/mentoring-fuer-frauen`."""

    def part(self, part_id: str) -> float:
        """Return the pages of a part with one digit, as they are shown; 0 where it has no content."""
        extent = self.by_part.get(part_id)
        return round(extent.pages, 1) if extent else 0.0

    def longest(self, count: int) -> tuple[str, ...]:
        """Return the ids of the longest sections, the longest first."""
        order = sorted(self.by_section, key=lambda section: -self.by_section[section].pages)
        return tuple(order[:count])
