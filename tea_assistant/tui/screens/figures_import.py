"""Taking figures over from other people's tables: how they are read, what goes where, then all at once."""

from pathlib import Path as FilePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Button, Input, Static

from tea_assistant.errors import TeaError
from tea_assistant.importing.figures.corrections import with_column, with_row, without_column, without_row
from tea_assistant.importing.figures.mapping import TableMapping
from tea_assistant.importing.figures.meaning import Meaning
from tea_assistant.services.figures import takeover as service
from tea_assistant.services.figures.takeover import Opened, Plan, Table
from tea_assistant.services.figures.takeover_text import summary
from tea_assistant.services.figures.takeover_write import take_over
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.forms.values import date_of, date_text
from tea_assistant.tui.import_choices import GUESS, OTHER, column_choices, row_choices, table_choices
from tea_assistant.tui.import_commands import COMMANDS, HELP_TEXT
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.refusals import explained, for_screens
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.choice_field import ChoiceButton
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.file_picker import FilePicker
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.import_cells import ImportCells
from tea_assistant.tui.widgets.import_parts import WHOLE, ImportParts
from tea_assistant.tui.widgets.pick_list import PickList


class FiguresImportScreen(Page):
    """Shows what an import would do before it is done, and lets every column and row be read anew."""

    CSS_PATH = "figures_import.tcss"
    HEADING = "Kennzahlen einlesen"
    HELP_TEXT = HELP_TEXT
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self) -> None:
        super().__init__()
        self._opened: Opened | None = None
        self._table: Table | None = None
        self._given = TableMapping()
        self._plan: Plan | None = None
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Put the file, its table and the date above what would become of it."""
        with Vertical(id="import-head"):
            with Horizontal(classes="import--row"):
                yield Static("Datei", classes="import--label")
                yield ChoiceButton(name="file")
            with Horizontal(classes="import--row", id="import-table-row"):
                yield Static("Tabelle", classes="import--label")
                yield ChoiceButton(name="table")
            with Horizontal(classes="import--row", id="import-date-row"):
                yield Static("Stichtag", classes="import--label")
                yield FormInput("z. B. 31.12.2024", id="import-date")
        yield Static(id="import-notes", markup=False)
        yield Static(
            "Wählen Sie eine Tabelle in Excel (.xlsx), CSV oder Markdown. Sie sehen vorher, was wohin kommt.",
            id="import-empty",
            markup=False,
        )
        with Container(id="import-lists"):
            with Vertical(classes="import--list", id="import-part-list"):
                yield Static("So wird gelesen: Enter ändert", classes="import--heading")
                yield ImportParts(id="import-parts")
            with Vertical(classes="import--list", id="import-cell-list"):
                yield Static("Was wohin kommt", classes="import--heading")
                yield ImportCells(id="import-cells")
        yield Static(id="import-detail", markup=False)
        with Horizontal(id="import-buttons"):
            yield Static(id="import-summary", markup=False)
            yield Button("Übernehmen", variant="primary", id="import-do", compact=True)

    def on_mount(self) -> None:
        """Begin with the choice of a file."""
        self.show_session()
        self.query(ChoiceButton).first().focus()

    # What is shown

    def show_session(self) -> None:
        """Show what the import would do to the dossier as it is now."""
        if not self.query("#import-do"):
            return
        self._look()
        opened, table, todo = self._opened, self._table, self._plan
        file, tables = self.query(ChoiceButton)
        file.show(plain(opened.name) if opened else plain("Datei wählen", "$text-muted"))
        tables.show(
            plain(f"{table.number}  {table.title}") if table else plain("Tabelle wählen", "$text-muted")
        )
        self.query_one("#import-table-row").display = opened is not None
        self.query_one("#import-date-row").display = table is not None
        self.query_one("#import-empty").display = opened is None and not self._problem
        self.query_one("#import-lists").display = todo is not None
        self.query_one("#import-buttons").display = todo is not None
        self.query_one("#import-detail").display = todo is not None
        words = service.wording(self.session)
        self.query_one(ImportParts).show_plan(todo, words)
        self.query_one(ImportCells).show_plan(todo, words)
        self.query_one("#import-summary", Static).update(plain(summary(todo) if todo else ""))
        self.query_one("#import-do", Button).disabled = not self._can_take_over
        self._show_notes()
        self._show_detail()
        self.refresh_bindings()

    @on(PickList.Highlighted, "#import-cells")
    def _show_detail(self) -> None:
        self.query_one("#import-detail", Static).update(plain(self.query_one(ImportCells).detail))

    def _show_notes(self) -> None:
        notes = list(self._plan.notes) if self._plan else list(self._opened.notes) if self._opened else []
        shown = [f"✗ {self._problem}"] if self._problem else [f"! {note}" for note in notes]
        box = self.query_one("#import-notes", Static)
        box.display = bool(shown)
        box.update(plain("\n".join(shown), lines=True))

    def _look(self) -> None:
        self._plan = None
        if self._opened is None or self._table is None:
            return
        self._problem = ""
        typed = str(date_of(self.query_one("#import-date", Input).value))
        if not typed:
            self._problem = "Zu welchem Stichtag gehören die Zahlen?"
            return
        try:
            self._plan = service.plan(self.session, self._opened, self._table, typed, self._given)
        except TeaError as error:
            self._problem = explained(error)

    @property
    def _can_take_over(self) -> bool:
        todo = self._plan
        return bool(todo and todo.changes and not todo.problems and not self.session.read_only)

    # Choosing the file and the table

    @on(ChoiceButton.Opened)
    def _open_choice(self, event: ChoiceButton.Opened) -> None:
        event.stop()
        if event.button.name == "file":
            self.action_pick()
        elif self._opened:
            choices = [Choice(str(table.number), _named(table)) for table in self._opened.tables]
            chosen = str(self._table.number) if self._table else ""
            self.ask(Chooser("Tabelle", choices, chosen), self._take_table)

    def action_pick(self) -> None:
        """Ask for the file with the table."""
        self.ask(FilePicker("Tabelle öffnen", button="Öffnen", example="personal.xlsx"), self._take_file)

    def _take_file(self, path: FilePath | None) -> None:
        if path is not None:
            self.read_file(path)

    @work(exclusive=True)
    async def read_file(self, path: FilePath, wanted: int = 0) -> None:
        """Read the tables of a file, and begin with the one that is wanted or is understood best."""
        self._opened, self._table, self._problem = None, None, ""
        try:
            # A large workbook takes seconds, in which the screen must not stand still.
            self._opened = await self.worked_out(lambda: service.open_file(path))
        except TeaError as error:
            self._problem = explained(for_screens(error))
            self.show_session()
            return
        counts = {table.number: service.placeable(self.session, table) for table in self._opened.tables}
        best = max(self._opened.tables, key=lambda table: (table.number == wanted, counts[table.number]))
        self._begin(best)

    def _take_table(self, choice: Choice | None) -> None:
        if choice is not None and self._opened is not None:
            self._begin(self._opened.tables[int(choice.value) - 1])

    def _begin(self, table: Table) -> None:
        self._table = table
        self._given = service.known(self.session, table)
        box = self.query_one("#import-date", Input)
        if as_of := service.date_in_title(table):
            with self.prevent(Input.Changed):
                box.value = date_text(as_of)
        self.show_session()
        if self._plan:
            self.query_one(ImportParts).focus()
        else:
            box.focus()

    @on(Input.Changed, "#import-date")
    def _date_typed(self) -> None:
        self.show_session()

    # Correcting

    @on(PickList.Chosen, "#import-parts")
    def _open_part(self, event: PickList.Chosen) -> None:
        event.stop()
        self._ask_meaning(event.key)

    @on(PickList.Chosen, "#import-cells")
    def _open_cell(self, event: PickList.Chosen) -> None:
        event.stop()
        key = self.query_one(ImportCells).part
        self.query_one(ImportParts).move_to(key)
        self._ask_meaning(key)

    def _ask_meaning(self, key: str) -> None:
        if self._table is None or self._plan is None:
            return
        words, layout, mapping = service.wording(self.session), self._table.layout, self._plan.mapping
        kind, _, number = key.partition(":")
        at = int(number or 0)
        if kind == WHOLE:
            title, now = "Wen zählt die Tabelle?", mapping.whole
            choices = table_choices(words, layout.title)
        elif kind == "column":
            title, now = f"Spalte {layout.column(at)}", mapping.columns.get(at, Meaning())
            choices = column_choices(words, names_rows=at < layout.labels)
        else:
            title, now = f"Zeile {layout.line(at)}", mapping.rows.get(at, Meaning())
            choices = row_choices(words)
        self.ask(Chooser(title, choices, words.text(now)), lambda choice: self._take_meaning(key, choice))

    def _take_meaning(self, key: str, choice: Choice | None) -> None:
        if choice is None:
            return
        if choice.value == GUESS:
            self._say(key, None)
        elif choice.value != OTHER:
            self._say(key, service.wording(self.session).read(choice.value))
        else:
            box = AskText(
                "Was wird gezählt?",
                "Gruppe, Geschlecht, Beschäftigungsumfang und andere Merkmale, durch Kommas getrennt.",
                "Zuordnen",
                example="Führungskräfte, Altersgruppe=über 50",
                problem=self._unreadable,
            )
            # The chooser has only just gone.
            self.call_after_refresh(self.ask, box, lambda typed: self._take_typed(key, typed))

    def _unreadable(self, typed: str) -> str:
        try:
            service.wording(self.session).read(typed)
        except TeaError as error:
            return explained(error)
        return ""

    def _take_typed(self, key: str, typed: str | None) -> None:
        if typed is not None:
            self._say(key, service.wording(self.session).read(typed))

    def _say(self, key: str, meaning: Meaning | None) -> None:
        """Take in what a person says of a part of the table; None takes it back."""
        kind, _, number = key.partition(":")
        if kind == WHOLE:
            self._given = TableMapping(meaning or Meaning(), self._given.columns, self._given.rows)
        elif kind == "column":
            column = int(number)
            self._given = (
                with_column(self._given, column, meaning) if meaning else without_column(self._given, column)
            )
        else:
            row = int(number)
            self._given = with_row(self._given, row, meaning) if meaning else without_row(self._given, row)
        self.show_session()

    # Taking over

    @on(Button.Pressed, "#import-do")
    def _pressed(self) -> None:
        self.action_take_over()

    def action_take_over(self) -> None:
        """Write what is shown into the dossier, and go there."""
        todo = self._plan
        if todo is None or not self._can_take_over:
            return
        try:
            take_over(self.session, todo)
        except TeaError as error:
            self.tell(for_screens(error))
            self.show_session()
            return
        self.notify(f"Übernommen. {summary(todo)}", markup=False)
        self.go(todo.file)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take over only what can be taken over."""
        if action == "take_over":
            return self._can_take_over
        return super().check_action(action, parameters)


def _named(table: Table) -> str:
    return f"{table.number}  {table.title} (ab Zeile {table.layout.line(0)})"
