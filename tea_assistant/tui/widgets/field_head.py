"""The head of an action field: its full title, how far it is, and what it is about."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tea_assistant.model.action_field import ActionField
from tea_assistant.services.progress import percent
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.foldable import Foldable
from tea_assistant.tui.widgets.progress import bar
from tea_assistant.tui.widgets.steady import Steady

_BAR = 10


class FieldHead(Vertical):
    """Shows the title of a field with its completeness; the guidance can be folded away."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._title = Steady(id="field-title", markup=False)
        self._pages = Steady(id="field-pages", markup=False)
        self._progress = Steady(id="field-progress", markup=False)
        self.guidance = Foldable("Worum es geht", id="field-guidance")

    def compose(self) -> ComposeResult:
        """Put the guidance under the title, with the bar beside it."""
        yield self._title
        with Horizontal(id="field-line"):
            yield self.guidance
            yield self._pages
            yield self._progress

    def show(self, field: ActionField, share: float | None) -> None:
        """Show a field; `share` is None where nothing is asked in it."""
        self._title.update(plain(field.title))
        drawn = (
            Content.assemble((bar(share, _BAR), "$primary"), f" {percent(share)}")
            if share is not None
            else ""
        )
        self._progress.update(drawn)
        note = "" if field.official else " · Wortlaut erschlossen, nicht amtlich"
        self.guidance.show(plain(field.guidance), heading=f"Worum es geht{note}")

    def show_pages(self, note: Content, longest: str) -> None:
        """Show how long the field is, and what is longest in it where it is too long."""
        self._pages.update(note)
        self._pages.display = bool(note)
        self._pages.tooltip = longest or None
