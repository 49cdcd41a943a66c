"""The help: what a screen is for, and the keys that work on it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Markdown, Static

from tea_assistant.tui.keys import EVERYWHERE, Command
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from tea_assistant.tui.remembering_app import RememberingApp

_SAVING = """
### Speichern und Rückgängig

Gespeichert wird von selbst, kurz nachdem Sie aufhören zu tippen; oben rechts steht, wann zuletzt.
Strg+Z nimmt in einem Text zuerst das Tippen zurück, und wenn dort nichts mehr zurückzunehmen ist, die
letzte Änderung an der Mappe. Strg+Y stellt sie wieder her.

Ändert jemand anderes dieselbe Datei, erscheint oben rechts „1 Konflikt“. F9 zeigt dann beide Fassungen
nebeneinander; überschrieben wird nichts, ehe Sie sich entschieden haben.
"""


class HelpScreen(Dialog[None]):
    """Shows the help of one screen."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "leave", "Schließen", show=False)]

    def __init__(self, heading: str, text: str, commands: Sequence[Command]) -> None:
        super().__init__()
        self._heading = heading
        self._text = text
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Put the text above the tables of keys."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(f"Hilfe: {self._heading}" if self._heading else "Hilfe")
            box.border_subtitle = "↑ ↓ blättert · Esc schließt"
            with VerticalScroll():
                app = cast("RememberingApp", self.app)
                yield Markdown(app.keyed(self._text, self._commands), open_links=False)
                if self._commands:
                    yield Static("Tasten auf diesem Bildschirm", classes="help--section")
                    yield from self._keys(self._commands)
                yield Static("Tasten überall", classes="help--section")
                yield from self._keys(EVERYWHERE)
                yield Markdown(app.keyed(_SAVING), open_links=False)

    def _keys(self, commands: Iterable[Command]) -> ComposeResult:
        app = cast("RememberingApp", self.app)
        for command in commands:
            with Horizontal(classes="help--key"):
                yield Static(app.key_of(command), classes="help--name")
                yield Static(command.help, classes="help--effect")
