"""How a document looks: the house style that all outputs share."""

from dataclasses import dataclass
from enum import StrEnum


class LogoKind(StrEnum):
    """The picture formats of a logo; each is what such a file's name ends with."""

    SVG = "svg"
    PNG = "png"
    JPG = "jpg"


@dataclass(frozen=True, slots=True)
class Logo:
    """The organisation's sign for the title page."""

    kind: LogoKind
    data: bytes
    alt: str
    """What it shows, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class Theme:
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
