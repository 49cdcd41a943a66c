"""The box in which one record of a list is edited, with a form of its own."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from tea_assistant.model.source import Path
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from tea_assistant.tui.widgets.schema_form import SchemaForm


class RecordDialog(Dialog[bool]):
    """Edits a record in its place; the result is True where it is to be removed."""

    DEFAULT_CSS = """
    RecordDialog {
        & > .dialog--box { max-width: 96; padding: 0 2 1 2; }
        & SchemaForm { height: auto; max-height: 100%; }
        & SchemaForm > .schema-form--fields { height: auto; max-height: 60vh; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "app.undo", "Rückgängig", show=False),
        Binding("ctrl+y", "app.redo", "Wiederholen", show=False),
        Binding("ctrl+s", "app.save", "Speichern", show=False),
        Binding("f8", "next_gap", "Nächste Lücke", show=False),
    ]

    def __init__(self, title: str, form: "SchemaForm", place: Path = ()) -> None:
        super().__init__()
        self._title = title
        self.form = form
        self._place = place

    def compose(self) -> ComposeResult:
        """Put the form above the buttons."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = "Esc schließt; alles ist schon übernommen"
            yield self.form
            with Horizontal(classes="dialog--buttons"):
                yield Button("Entfernen", id="remove", compact=True)
                yield Button("Fertig", id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin at the place that is wanted, or in the first field."""
        self.call_after_refresh(self.form.show_place, self._place)

    def action_leave(self) -> None:
        """Close the box; what was typed is stored."""
        self.form.commit()
        self.dismiss(False)

    def action_next_gap(self) -> None:
        """Close the box and go on to the next gap."""
        self.action_leave()
        self.app.call_later(self.app.run_action, "next_gap")

    @on(Button.Pressed, "#done")
    def _done(self) -> None:
        self.action_leave()

    @on(Button.Pressed, "#remove")
    def _remove(self) -> None:
        self.dismiss(True)
