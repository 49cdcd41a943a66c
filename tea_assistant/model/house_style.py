"""How an organisation wants its documents to look, as its theme file says."""

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from tea_assistant.model.source import NOWHERE, Source


class LogoKind(StrEnum):
    """The picture formats of a logo."""

    SVG = "svg"
    PNG = "png"
    JPG = "jpg"


class Logo(Struct, frozen=True):
    """The organisation's sign for the title page."""

    kind: LogoKind
    data: bytes
    alt: str
    """What it shows, for those who do not see it."""


class LogoFile(Struct, frozen=True):
    """Where the logo lies in the dossier."""

    file: str = ""
    description: str = ""


class HouseStyle(Struct, frozen=True):
    """What the theme file says; what it leaves out is None or empty."""

    where: Source = NOWHERE
    font_size: Fraction | None = None
    margin: Fraction | None = None
    main_colour: str = ""
    accent_colour: str = ""
    logo: LogoFile = LogoFile()
    footer: str = ""
