"""The page of the Word file: A4 with the margins of the house, and what follows from that."""

from tea_assistant.document.docx.xml import NOTHING, Markup, element, w
from tea_assistant.document.theme import Theme

TWIPS_A_CENTIMETRE = 567
"""Word measures pages in twentieths of a point."""
_WIDTH, _HEIGHT = 11906, 16838
_HEAD = 709
"""From the edge of the paper to the running heads: 1.25 cm."""


def margin_of(theme: Theme) -> int:
    """Return the margin on each side, in twips."""
    return round(theme.margin * TWIPS_A_CENTIMETRE)


def text_width(theme: Theme) -> int:
    """Return how wide the text is, in twips."""
    return _WIDTH - 2 * margin_of(theme)


def text_height(theme: Theme) -> int:
    """Return how high the text of a page is, in twips."""
    return _HEIGHT - 2 * margin_of(theme)


def section(theme: Theme, header: str = "", footer: str = "", *, start: int = 1, style: str = "") -> Markup:
    """End a section whose running heads have these ids; without them its pages have none."""
    margin = margin_of(theme)
    numbers: dict[str, str | int] = {"w:fmt": style, "w:start": start} if style else {"w:start": start}
    return w(
        "sectPr",
        _reference("header", header),
        _reference("footer", footer),
        w("type", val="nextPage"),
        w("pgSz", w=_WIDTH, h=_HEIGHT),
        w("pgMar", top=margin, right=margin, bottom=margin, left=margin,
          header=min(_HEAD, margin // 2), footer=min(_HEAD, margin // 2), gutter=0),
        element("w:pgNumType", numbers),
    )  # fmt: skip


def _reference(kind: str, relation: str) -> Markup:
    if not relation:
        return NOTHING
    return element(f"w:{kind}Reference", {"w:type": "default", "r:id": relation})
