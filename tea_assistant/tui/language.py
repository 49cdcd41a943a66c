"""German for the words that Textual says by itself."""

from textual.app import RenderResult
from textual.widgets import LoadingIndicator


class Waiting(LoadingIndicator):
    """Says in German that something takes a moment, where the terminal shows no animation."""

    def render(self) -> RenderResult:
        """Draw the animation, or the words where there is none."""
        if self.app.animation_level == "none":
            return "Einen Moment …"
        return super().render()
