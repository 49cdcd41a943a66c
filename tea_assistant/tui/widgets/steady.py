"""A text on the screen that is left alone by those who tell it what it says already."""

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class Steady(Static):
    """Says something, and is laid out anew only where it says something else.

    After each change a screen shows all that the dossier says now; most of it is as it was.
    """

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Say something."""
        shown = self.content
        if isinstance(content, Content) and isinstance(shown, Content) and shown.is_same(content):
            return
        super().update(content, layout=layout)
