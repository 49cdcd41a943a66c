"""Choosing one of several things, with a search where there are many."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tea_assistant.prose.matching import matching
from tea_assistant.services.forms.choices import Choice
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.pick_list import PickList

_MANY = 9
"""From so many choices on one can search among them."""


class Chooser(Dialog[Choice]):
    """Lets the user choose; the result is the choice, or None."""

    DEFAULT_CSS = """
    Chooser {
        & FormInput { margin-bottom: 1; }
        & PickList { max-height: 18; background: $background; }
    }
    """
    BEGINS_IN_LINE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], chosen: str = "", *, marked: bool = True
    ) -> None:
        """Without `marked` the list begins at what is chosen, and no sign is put before it."""
        super().__init__()
        self._marked = marked
        self._title = title
        self._choices = {choice.value: choice for choice in choices}
        self._chosen = chosen
        two_lines = any(choice.help for choice in choices)
        self._list = PickList(self._draw, row_height=2 if two_lines else 1, empty="Nichts gefunden.")
        self._query = FormInput("Tippen, um zu suchen")

    def compose(self) -> ComposeResult:
        """Put the search above the list."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = "Enter wählt · Esc bricht ab"
            if len(self._choices) >= _MANY:
                yield self._query
            yield self._list

    def on_mount(self) -> None:
        """Begin at what is chosen now."""
        self._list.show(list(self._choices), at=self._chosen or None)
        if not self._query.is_attached:
            self._list.focus()

    def _draw(self, key: str, width: int) -> list[Content]:
        choice = self._choices[key]
        sign = ("● " if key == self._chosen else "  ") if self._marked else ""
        del width
        return [plain(sign + choice.title), plain(f"  {choice.help}", "$text-muted")]

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        found = matching(event.value, self._choices.values(), lambda c: f"{c.title} {c.help}")
        self._list.show([choice.value for choice in found], at=found[0].value if found else "")

    @on(Input.Submitted)
    @on(PickList.Chosen)
    def _choose(self) -> None:
        if self._list.key is not None:
            self.dismiss(self._choices[self._list.key])

    def action_move(self, by: int) -> None:
        """Move through the list from inside the search."""
        self._list.action_move(by)

    def action_page(self, direction: int) -> None:
        """Move through the list from inside the search, by what is in sight."""
        self._list.action_page(direction)
