"""How an organisation wants its documents to look, as its theme file says."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from tea_assistant.model.source import NOWHERE, Source


class LogoKind(StrEnum):
    """The picture formats of a logo."""

    SVG = "svg"
    PNG = "png"
    JPG = "jpg"


@dataclass(frozen=True, slots=True)
class Logo:
    """The organisation's sign for the title page."""

    kind: LogoKind
    data: bytes = field(repr=False)
    alt: str
    """What it shows, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class LogoFile:
    """Where the logo lies in the dossier."""

    file: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What the theme file says; what it leaves out is None or empty."""

    where: Source = field(default=NOWHERE, repr=False)
    font_size: Fraction | None = None
    margin: Fraction | None = None
    main_colour: str = ""
    accent_colour: str = ""
    logo: LogoFile = LogoFile()
    footer: str = ""
