"""How a document looks: the house style that all outputs share."""

from fractions import Fraction

from msgspec import Struct

from tea_assistant.document.contrast import is_colour, readable
from tea_assistant.model.house_style import HouseStyle, Logo, LogoKind

__all__ = ["PLAIN", "Logo", "LogoKind", "Theme", "theme_of"]

_SIZES, _MARGINS = (9.0, 16.0), (1.5, 4.0)


class Theme(Struct, frozen=True):
    """The house style; without a theme file in the dossier these values hold."""

    font_size: float = 11
    """Of running text, in points."""
    margin: float = 2.5
    """On all four sides of a page, in centimetres."""
    main: str = "#12304a"
    """The colour of headings; dark enough for text on white, as is the other one."""
    accent: str = "#8a3b00"
    """The colour of links and of the draft mark."""
    footer: str = ""
    """A line at the foot of every page."""
    logo: Logo | None = None


PLAIN = Theme()
"""The house style of a dossier that has none of its own."""


def theme_of(style: HouseStyle, logo: Logo | None = None) -> Theme:
    """Return the house style that a theme file asks for, as far as it can be read on paper."""
    return Theme(
        font_size=_within(style.font_size, _SIZES, PLAIN.font_size),
        margin=_within(style.margin, _MARGINS, PLAIN.margin),
        main=_colour(style.main_colour, PLAIN.main),
        accent=_colour(style.accent_colour, PLAIN.accent),
        footer=" ".join(style.footer.split()),
        logo=logo,
    )


def _within(wanted: Fraction | None, limits: tuple[float, float], usual: float) -> float:
    return usual if wanted is None else min(max(float(wanted), limits[0]), limits[1])


def _colour(wanted: str, usual: str) -> str:
    return readable(wanted) if is_colour(wanted) else usual
