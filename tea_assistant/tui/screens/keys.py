"""All keys on one page, with what was chosen and what could not be had."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from tea_assistant.store import key_file
from tea_assistant.tui.all_keys import Section
from tea_assistant.tui.plain import clean
from tea_assistant.tui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from tea_assistant.tui.remembering_app import RememberingApp


class KeysScreen(Dialog[None]):
    """Shows each command with its key, and the name by which it gets another one."""

    CSS_PATH = "keys.tcss"

    def __init__(self, found: Sequence[Section], chosen: Mapping[str, str], problems: Sequence[str]) -> None:
        super().__init__()
        self._sections = found
        self._chosen = chosen
        self._problems = problems

    def compose(self) -> ComposeResult:
        """Put the problems above the tables."""
        app = cast("RememberingApp", self.app)
        with Vertical(classes="dialog--box") as box:
            box.border_title = "Alle Tasten"
            box.border_subtitle = "↑ ↓ blättert · Esc schließt"
            with VerticalScroll():
                for problem in self._problems:
                    yield Static(clean(f"▲ {problem}"), classes="keys--problem", markup=False)
                for section in self._sections:
                    yield Static(clean(section.title), classes="keys--section", markup=False)
                    for command in section.commands:
                        with Horizontal(classes="keys--row"):
                            own = "● " if command.id in self._chosen else ""
                            key = app.key_of(command)
                            yield Static(f"{own}{key}", classes="keys--key", markup=False)
                            yield Static(command.id, classes="keys--id", markup=False)
                            yield Static(command.help, classes="keys--help", markup=False)
                told = f"Andere Tasten stehen in {key_file.path()}, wie im Handbuch unter „Eigene Tasten“."
                yield Static(clean(told), classes="keys--told", markup=False)
