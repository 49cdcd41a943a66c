"""What the screens have in common that come before there is a dossier."""

from typing import ClassVar, TypeVar

from textual.screen import Screen

Result = TypeVar("Result")


class FirstScreen(Screen[Result]):
    """A screen without a dossier; the result says how to go on."""

    HEADING: ClassVar[str] = ""
    """German name of the screen."""
    HELP_TEXT: ClassVar[str] = ""
    """German Markdown: what the screen is for."""
