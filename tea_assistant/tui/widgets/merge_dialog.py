"""What a measure would take on from a proposal: the old beside the new, to be chosen line by line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.services.triage.items import Addition
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.pick_list import PickList


class MergeDialog(Dialog[tuple[str, ...]]):
    """Lets a person choose what goes over; the result is the names of what was chosen, or None."""

    DEFAULT_CSS = """
    MergeDialog {
        & > .dialog--box { width: 96%; max-width: 110; height: 90%; }
        & PickList { max-height: 9; background: $background; }
        & .merge-dialog--sides { height: 1fr; margin-top: 1; }
        & .merge-dialog--sides > Vertical { width: 1fr; padding-right: 1; overflow-y: auto; }
        & .merge-dialog--sides Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "take_or_leave", show=False)]

    def __init__(self, title: str, additions: Sequence[Addition]) -> None:
        super().__init__()
        self._title = title
        self._additions = {addition.name: addition for addition in additions}
        self._chosen = {addition.name for addition in additions if addition.chosen}
        self._list = PickList(self._draw, empty="Sie weiß schon alles; nur die Herkunft kommt dazu.")

    def compose(self) -> ComposeResult:
        """Put the choice above both sides of the line at hand."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(f"Zusammenführen mit: {self._title}")
            box.border_subtitle = "Leertaste wählt · Enter führt zusammen · Esc bricht ab"
            yield Static("Was geht über? Leeres wird gefüllt, Listen werden ergänzt.", markup=False)
            yield self._list
            with Horizontal(classes="merge-dialog--sides"):
                with Vertical():
                    yield Static(plain("Steht da", "bold $text-accent"))
                    yield Static(id="merge-old", markup=False)
                with Vertical():
                    yield Static(plain("Käme dazu", "bold $text-accent"))
                    yield Static(id="merge-new", markup=False)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button("Zusammenführen", id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin in the list."""
        self._list.show(list(self._additions))
        self._list.focus()
        self._show()

    @on(PickList.Highlighted)
    def _show(self) -> None:
        addition = self._additions.get(self._list.key or "")
        old, new = (addition.old, addition.new) if addition else ("", "")
        self.query_one("#merge-old", Static).update(plain(old or "–", lines=True))
        self.query_one("#merge-new", Static).update(plain(new or "–", lines=True))

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        del width
        addition = self._additions[key]
        box = "[×]" if key in self._chosen else "[ ]"
        kept = "" if addition.old else "  (bisher leer)"
        return [plain(f"{box} {addition.label}") + plain(kept, "$text-muted")]

    def action_take_or_leave(self) -> None:
        """Choose the line at hand, or do not."""
        if self._list.has_focus and self._list.key:
            self._chosen ^= {self._list.key}
            self._list.refresh()

    @on(PickList.Chosen)
    def _enter(self, event: PickList.Chosen) -> None:
        event.stop()
        self._take()

    @on(Button.Pressed, "#done")
    def _take(self) -> None:
        self.dismiss(tuple(name for name in self._additions if name in self._chosen))

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()
