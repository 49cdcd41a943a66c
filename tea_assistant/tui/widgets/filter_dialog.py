"""The box in which a list is narrowed down."""

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tea_assistant.services.forms.choices import Choice, title_of
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.choice_field import ChoiceButton
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.dialog import Dialog, ask_above

_ANY = Choice("", "alle")

Parts = Mapping[str, tuple[str, Sequence[Choice]]]
"""By the name of a part: its title, and what can be chosen."""


class FilterDialog(Dialog[dict[str, str]]):
    """Asks for a choice in each part of a filter; the result is the choice by the name of the part."""

    DEFAULT_CSS = """
    FilterDialog {
        & > .dialog--box { max-width: 70; }
        & .filter-dialog--part { height: auto; margin-bottom: 1; }
        & .filter-dialog--part > Static.filter-dialog--title { width: 16; color: $text-muted; }
        & .filter-dialog--part > ChoiceButton { width: 1fr; }
    }
    """

    def __init__(self, title: str, parts: Parts, chosen: Mapping[str, str]) -> None:
        super().__init__()
        self._title = title
        self._parts = parts
        self._chosen = dict(chosen)

    def compose(self) -> ComposeResult:
        """Put the parts beneath one another."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            for name, (title, _) in self._parts.items():
                with Horizontal(classes="filter-dialog--part"):
                    yield Static(plain(title), classes="filter-dialog--title")
                    yield ChoiceButton(name=name)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Alle zeigen", id="reset", compact=True)
                yield Button("Anwenden", id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Show what is chosen."""
        for button in self.query(ChoiceButton):
            _, choices = self._parts[button.name or ""]
            button.show(plain(title_of([_ANY, *choices], self._chosen[button.name or ""])))

    @on(ChoiceButton.Opened)
    def _open(self, event: ChoiceButton.Opened) -> None:
        name = event.button.name or ""
        title, choices = self._parts[name]
        chooser = Chooser(title, [_ANY, *choices], self._chosen[name])
        ask_above(self, chooser, lambda choice: self._choose(name, choice))

    @on(ChoiceButton.Cleared)
    def _clear(self, event: ChoiceButton.Cleared) -> None:
        self._choose(event.button.name or "", _ANY)

    def _choose(self, name: str, choice: Choice | None) -> None:
        if choice is not None:
            self._chosen[name] = choice.value
            self.on_mount()

    @on(Button.Pressed, "#reset")
    def _reset(self) -> None:
        self.dismiss(dict.fromkeys(self._chosen, ""))

    @on(Button.Pressed, "#done")
    def _done(self) -> None:
        self.dismiss(self._chosen)
