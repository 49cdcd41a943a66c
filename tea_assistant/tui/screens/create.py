"""The first screen where there is no dossier yet: make one, or look at the example."""

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Input, Select, Static

from tea_assistant.errors import DossierError, TeaError
from tea_assistant.model.ids import slug
from tea_assistant.model.layout import Kind
from tea_assistant.services.create import copy_example, create_dossier
from tea_assistant.services.opening import find_dossier, open_dossier
from tea_assistant.services.session import Session
from tea_assistant.store.schema import schema_at
from tea_assistant.tui.plain import plain
from tea_assistant.services.form_choices import listed
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.key_bar import KeyBar

_EXAMPLE = "musterstadt"
_EXAMPLE_FOLDER = "beispiel-musterstadt"
_YEARS = range(1997, 2100)


class CreateScreen(Screen[Session | None]):
    """Asks for what a dossier needs at the least; the result is the opened dossier."""

    CSS_PATH = "create.tcss"
    HELP_TEXT = """
Eine **Mappe** ist ein Ordner, in dem alles liegt, was zu Ihren Bewerbungen gehört: die Texte, die
Maßnahmen mit ihren Nachweisen und die Kennzahlen. Für den Anfang genügt der Name Ihrer Organisation;
alles andere lässt sich später eintragen und ändern.

Wenn Sie sich erst umsehen möchten, öffnen Sie die **Beispielmappe**: Musterstadt ist
erfunden, ihre Bewerbung fast fertig, und es ist eine Kopie. Sie können darin nichts kaputt machen.
"""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Beenden", show=True, id="leave")]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder.resolve()

    def compose(self) -> ComposeResult:
        """Say what is missing, and ask."""
        with VerticalScroll(id="create-body", can_focus=False):
            yield Static("TEA · Bewerbung um das TOTAL E-QUALITY Prädikat", id="create-title")
            yield Static(plain(_what_is_missing(self._folder)), id="create-missing")
            with Vertical(id="create-form"):
                yield Static("Neue Mappe anlegen", classes="section")
                yield from _row("Name", FormInput("zum Beispiel Stadt Herne", id="name"))
                states = listed(schema_at(Kind.DOSSIER, ("state",)))
                options = [(plain(choice.title), choice.value) for choice in states]
                yield from _row("Bundesland", Select(options, prompt="noch offen", compact=True, id="state"))
                yield from _row("Jahr der Bewerbung", FormInput(id="year"))
                yield from _row("Ordner", FormInput(id="folder"))
                yield Static(id="create-error")
                yield Button("Mappe anlegen", variant="primary", compact=True, id="create")
            with Vertical(id="create-example"):
                yield Static("Oder erst einmal umsehen", classes="section")
                yield Static("Das Beispiel zeigt die fast fertige Bewerbung einer erfundenen Stadt.")
                yield Button("Beispiel öffnen", compact=True, id="example")
        yield KeyBar()

    def on_mount(self) -> None:
        """Offer the next round and a folder that is free."""
        self.query_one("#year", Input).value = _next_round()
        self.query_one("#folder", Input).value = str(_free_folder(self._folder))
        self.query_one("#name", Input).focus()

    def action_leave(self) -> None:
        """End without a dossier."""
        self.dismiss(None)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#create")
    def _create(self) -> None:
        name = self.query_one("#name", Input).value.strip()
        year = self.query_one("#year", Input).value.strip()
        folder = self.query_one("#folder", Input).value.strip()
        state = self.query_one("#state", Select).value
        if not name:
            self._refuse("Bitte den Namen der Organisation eintragen.", "#name")
        elif not (year.isdecimal() and int(year) in _YEARS):
            self._refuse("Bitte das Jahr vierstellig eintragen, zum Beispiel 2028.", "#year")
        elif not folder:
            self._refuse("Bitte einen Ordner angeben.", "#folder")
        else:
            chosen = state if isinstance(state, str) else ""
            root = self._folder / Path(folder).expanduser()
            try:
                self.dismiss(open_dossier(create_dossier(root, name, chosen, year)))
            except TeaError as error:
                self._refuse(str(error), "#folder")

    @on(Button.Pressed, "#example")
    def _open_example(self) -> None:
        root = self._folder / _EXAMPLE_FOLDER
        try:
            copy_example(_EXAMPLE, root)
            self.dismiss(open_dossier(root))
        except TeaError as error:
            self._refuse(str(error), "#example")

    def _refuse(self, message: str, field: str) -> None:
        error = self.query_one("#create-error", Static)
        error.update(plain(f"✗ {message}"))
        error.add_class("-shown")
        self.query_one(field).focus()


def _row(label: str, control: Input | Select[str]) -> ComposeResult:
    with Horizontal(classes="create--row"):
        yield Static(label, classes="create--label")
        yield control


def _what_is_missing(folder: Path) -> str:
    try:
        find_dossier(folder)
    except DossierError as error:
        return error.message
    return f"Hier liegt schon eine Mappe: {folder}"


def _free_folder(folder: Path) -> Path:
    """Return the folder itself where it is empty, or else a new one in it."""
    try:
        if not any(folder.iterdir()):
            return folder
    except OSError:
        return folder
    return folder / slug("Bewerbung", taken={path.name for path in folder.iterdir()})


def _next_round() -> str:
    """Return the year of the round that closes next."""
    # Rounds close on 30 April.
    now = date.today()  # noqa: DTZ011 (the user's own calendar)
    return str(now.year if (now.month, now.day) <= (4, 30) else now.year + 1)
