"""Making a new dossier: what it needs at the least, and what there is already."""

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Input, Select, Static

from tea_assistant.errors import DossierError, TeaError
from tea_assistant.model.ids import slug
from tea_assistant.model.layout import Kind
from tea_assistant.prose.dates import german_day
from tea_assistant.services import typed_paths
from tea_assistant.services.catalogues_around import catalogues_around
from tea_assistant.services.create import create_dossier, next_cycle
from tea_assistant.services.forms.choices import listed
from tea_assistant.services.opening import find_dossier
from tea_assistant.services.own_catalogue import OwnCatalogue
from tea_assistant.services.sync.with_git import can_be_used, put_under_git
from tea_assistant.store.schema import schema_at
from tea_assistant.tui.beginning import Beginning, Way
from tea_assistant.tui.first_screen import FirstScreen
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.folder_picker import FolderPicker
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.key_bar import KeyBar

_YEARS = range(1997, 2100)
_NOTHING, _DOCUMENTS, _APPLICATION, _DOSSIER = "nothing", "documents", "application", "dossier"
_THERE = (
    ("Noch nichts, ich beginne neu", _NOTHING),
    ("Unterlagen: Gleichstellungsplan, Jurytext, Presse", _DOCUMENTS),
    ("Die letzte Bewerbung, als Word oder PDF", _APPLICATION),
    ("Die letzte Bewerbung, als Mappe dieses Programms", _DOSSIER),
)
_HINTS = {
    "name": "So steht Ihr Haus auf dem Titelblatt. Alles lässt sich noch ändern.",
    "state": "Enter klappt die Liste auf, Pfeiltasten und Enter wählen. „Noch offen“ geht auch.",
    "catalogue": "Wofür Sie sich bewerben: danach richten sich Aktionsfelder, Fragen und Kennzahlen.",
    "folder": "In diesem Ordner liegt dann alles. Ein Netzlaufwerk geht auch.",
    "there": "Was es schon gibt, müssen Sie nicht abtippen.",
    "git": "Hält mit Git fest, wer wann was geändert hat. Nur wenn Sie möchten.",
    "create": "Enter legt die Mappe an.",
}
_WHAT_NEXT = {
    _DOCUMENTS: "Nach dem Anlegen wählen Sie die Dateien aus; was darin steht, kommt als Vorschlag.",
    _APPLICATION: "Nach dem Anlegen wählen Sie die Datei aus; was darin steht, kommt als Vorschlag.",
    _DOSSIER: "Die neue Runde beginnt in der vorhandenen Mappe; eine zweite braucht es nicht.",
}


class CreateScreen(FirstScreen[Beginning | None]):
    """Asks for what a dossier needs and makes it; the result says what is to be opened."""

    CSS_PATH = "create.tcss"
    HEADING = "Neue Mappe"
    HELP_TEXT = """
Eine **Mappe** ist ein Ordner, in dem alles liegt, was zu Ihren Bewerbungen gehört: die Texte, die
Maßnahmen mit ihren Nachweisen und die Kennzahlen. Für den Anfang genügt der Name Ihrer Organisation;
alles andere lässt sich später eintragen und ändern.

**Tab** oder **Enter** geht zum nächsten Feld, **Umschalt+Tab** zurück. Eine Liste klappt Enter auf.

**Was gibt es schon?** Aus Unterlagen und aus der letzten Bewerbung macht das Programm Vorschläge, die Sie
einzeln übernehmen oder ablehnen. Liegt die letzte Bewerbung als Mappe dieses Programms vor, beginnt die neue
Runde in ihr.
"""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Zurück", show=True, id="leave")]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder.resolve()
        self._catalogues = {each.id: each for each in catalogues_around(self._folder)}

    def compose(self) -> ComposeResult:
        """Ask, field by field."""
        with VerticalScroll(id="create-body", can_focus=False):
            yield Static("Neue Mappe anlegen", id="create-title")
            yield Static(plain(_what_is_missing(self._folder)), id="create-missing")
            with Vertical(id="create-form"):
                yield from _row("Name", FormInput("zum Beispiel Stadt Herne", id="name"))
                states = listed(schema_at(Kind.DOSSIER, ("state",)))
                options = [(plain(choice.title), choice.value) for choice in states]
                yield from _row("Bundesland", Select(options, prompt="noch offen", compact=True, id="state"))
                if len(self._catalogues) > 1:
                    awards = [(plain(each.title), each.id) for each in self._catalogues.values()]
                    chosen = next(iter(self._catalogues))
                    catalogue = Select(awards, value=chosen, allow_blank=False, compact=True, id="catalogue")
                    yield from _row("Auszeichnung", catalogue)
                yield from _row("Jahr der Bewerbung", FormInput(id="year"))
                yield from _row("Ordner", FormInput(id="folder"))
                yield from _row(
                    "Was gibt es schon?",
                    Select(_THERE, value=_NOTHING, allow_blank=False, compact=True, id="there"),
                )
                yield Checkbox("Änderungen nachvollziehbar halten", compact=True, id="git")
            yield Static(id="create-hint", markup=False)
            yield Static(id="create-error", markup=False)
            yield Button("Mappe anlegen", variant="primary", compact=True, id="create")
        yield KeyBar()

    def on_mount(self) -> None:
        """Offer the next round and a folder that is free."""
        self.query_one("#year", Input).value = next_cycle(date.today())  # noqa: DTZ011 (the user's own calendar)
        self.query_one("#folder", Input).value = str(_free_folder(self._folder))
        self.query_one("#git").display = can_be_used(self._folder)
        self.query_one("#name", Input).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the field is for."""
        self._hint(event.widget)

    def action_leave(self) -> None:
        """Go back without a dossier."""
        self.dismiss(None)

    def _hint(self, widget: Widget | None) -> None:
        name = widget.id if widget and widget.id else ""
        told = _WHAT_NEXT.get(self._there, "") if name in ("there", "create") else ""
        if name == "year":
            told = _usual_day(self._catalogue)
        self.query_one("#create-hint", Static).update(plain(told or _HINTS.get(name, ""), "$text-muted"))

    @property
    def _there(self) -> str:
        return str(self.query_one("#there", Select).value)

    @property
    def _catalogue(self) -> OwnCatalogue:
        # Only where there is a choice there is a list.
        chosen = next((str(each.value) for each in self.query("#catalogue").results(Select)), "")
        return self._catalogues.get(chosen) or next(iter(self._catalogues.values()))

    @on(Select.Changed, "#there")
    def _there_chosen(self) -> None:
        opens = self._there == _DOSSIER
        self.query_one("#create", Button).label = "Mappe auswählen …" if opens else "Mappe anlegen"
        self._hint(self.focused)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#create")
    def _done(self) -> None:
        if self._there == _DOSSIER:
            self.app.push_screen(FolderPicker(self._folder), self._renew)
        else:
            self._create()

    def _renew(self, root: Path | None) -> None:
        if root:
            self.dismiss(Beginning(Way.OPEN, root, "renew"))

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
            root = self._folder / typed_paths.meant(folder)
            try:
                create_dossier(root, name, chosen, year, self._catalogue)
            except TeaError as error:
                self._refuse(str(error), "#folder")
                return
            self._share(root)
            self.dismiss(Beginning(Way.OPEN, root, "" if self._there == _NOTHING else "triage"))

    def _share(self, root: Path) -> None:
        git = self.query_one("#git", Checkbox)
        if git.display and git.value:
            try:
                put_under_git(root)
            except TeaError as error:
                # The dossier is there all the same.
                self.app.notify(str(error), severity="warning", markup=False)

    def _refuse(self, message: str, field: str) -> None:
        error = self.query_one("#create-error", Static)
        error.update(plain(f"✗ {message}"))
        error.add_class("-shown")
        self.query_one(field).focus()


def _row(label: str, control: Input | Select[str]) -> ComposeResult:
    with Horizontal(classes="create--row"):
        yield Static(label, classes="create--label")
        yield control


def _usual_day(catalogue: OwnCatalogue) -> str:
    if not catalogue.deadline:
        return "Bis wann die Bewerbung vorliegen muss, tragen Sie später unter „Einstellungen der Runde“ ein."
    return f"Die Frist ist in der Regel der {german_day(catalogue.deadline)} dieses Jahres."


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
