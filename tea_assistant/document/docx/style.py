"""Builds single styles of the Word file, and the looks that they are made of."""

from tea_assistant.document.docx.xml import NOTHING, Markup, joined, w
from tea_assistant.document.theme import Theme

FONT = "Calibri"
"""Every Word has it, and where it is missing others are as wide."""
MONOSPACED = "Courier New"
GREY = "595959"
"""Dark enough for small print on white."""


def paragraph_style(
    key: str,
    name: str,
    layout: Markup = NOTHING,
    look: Markup = NOTHING,
    *,
    based: str = "Standard",
    following: str = "",
) -> Markup:
    """Define a style of paragraphs; `name` is the one that Word knows it by, in any language."""
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based) if key != based else NOTHING,
        w("next", val=following) if following else NOTHING,
        w("uiPriority", val=9),
        w("qFormat"),
        w("pPr", layout) if layout else NOTHING,
        w("rPr", look) if look else NOTHING,
        type="paragraph",
        styleId=key,
        **({"default": 1} if key == based else {}),
    )


def character_style(key: str, name: str, look: Markup) -> Markup:
    """Define a style of letters."""
    return w("style", w("name", val=name), w("uiPriority", val=20), w("qFormat"), w("rPr", look),
             type="character", styleId=key)  # fmt: skip


def font(name: str) -> Markup:
    """Set text in a font, whatever its letters are."""
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def size(theme: Theme, scale: float = 1) -> Markup:
    """Set text in a size, measured by that of running text."""
    half_points = round(theme.font_size * 2 * scale)
    return joined([w("sz", val=half_points), w("szCs", val=half_points)])


def ink(value: str) -> Markup:
    """Set text in a colour."""
    return w("color", val=colour(value))


def colour(value: str) -> str:
    """Return a colour as Word writes it."""
    return value.removeprefix("#").upper()


def tint(value: str, share: float) -> str:
    """Return what a colour is when only a share of it is put on white paper."""
    parts = (int(colour(value)[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - each) * share):02X}" for each in parts)


def line(side: str, value: str, eighths: int, space: int = 1) -> Markup:
    """Draw a line on a side, its width in eighths of a point."""
    return w(side, val="single", sz=eighths, space=space, color=colour(value))


def spacing(before: int = 0, after: int = 0) -> Markup:
    """Leave room above and below, in twips."""
    return w("spacing", before=before, after=after)
