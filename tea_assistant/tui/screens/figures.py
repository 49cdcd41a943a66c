"""The screen for the figures: a table of counts for each reference date, and what follows from it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.layout import cycle_file
from tea_assistant.model.source import Path
from tea_assistant.services.figures import dates as figure_dates
from tea_assistant.services.figures.edits import ROWS
from tea_assistant.services.forms.values import date_text
from tea_assistant.tui.figure_commands import COMMANDS, HELP_TEXT, ROW_COMMANDS
from tea_assistant.tui.keys import Command
from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.page import Page
from tea_assistant.tui.severity import SIGNS
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.figure_grid import FigureGrid
from tea_assistant.tui.widgets.figure_rows import FigureRows
from tea_assistant.tui.widgets.figure_sheet import FigureSheet
from tea_assistant.tui.widgets.figure_status import FigureStatus
from tea_assistant.tui.widgets.form_notice import FormNotice
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.indicator_table import IndicatorTable
from tea_assistant.tui.widgets.key_row import KeyRow
from tea_assistant.tui.widgets.schema_form import SchemaForm
from tea_assistant.tui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_ROWS, _VALUES, _FORM = "rows", "values", "form"
_VIEWS = {_ROWS: "Zahlen", _VALUES: "Kennzahlen", _FORM: "Angaben"}


class FiguresScreen(Page):
    """All reference dates, the counts of the one at hand, and what follows from them."""

    CSS_PATH = "figures.tcss"
    AUTO_FOCUS = "FigureGrid"
    HEADING = "Kennzahlen"
    HELP_TEXT = HELP_TEXT
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, figures_id: str = "") -> None:
        super().__init__()
        self._wanted = figures_id
        self._rows: FigureRows | None = None
        self._form: SchemaForm | None = None
        self._view = _ROWS
        self._sent: tuple[Path, tuple[int, int]] = ((), (-1, -1))
        """The place that was last asked for, and the cell that shows it."""
        self._computed: FigureSheet | None = None
        """The rows from which the indicators were computed last."""
        self._indicators = IndicatorTable()
        self._notice = FormNotice()
        self._row_keys: dict[str, Command] = {}
        self.dates = TabRow(self._date_text, title="Stichtag", id="figures-dates")
        """The reference dates, newest first."""
        self.grid = FigureGrid(self._enter, id="figures-grid")
        """The table of counts."""
        self.status = FigureStatus(id="figures-status")
        """What is said of the cell at hand."""

    def compose(self) -> ComposeResult:
        """Put the table between the dates and what follows from it."""
        with Horizontal(id="figures-head"):
            yield self.dates
            yield TabRow(lambda view: _VIEWS[view], id="figures-views")
        yield self._notice
        empty = "Noch keine Kennzahlen. Mit Strg+N legen Sie einen Stichtag an."
        yield Static(keyed(self, empty), id="figures-empty", markup=False)
        with Vertical(id="figures-rows"):
            yield self.grid
            yield self.status
            yield KeyRow(id="figures-keys")
            with VerticalScroll(id="figures-indicators"):
                yield self._indicators
        yield Vertical(id="figures-form")

    def on_mount(self) -> None:
        """Name the views and what can be done to a row; Textual calls that of `Page`, too."""
        self.query_one("#figures-views", TabRow).show(list(_VIEWS))
        keys = self.query_one("#figures-keys", KeyRow)
        keys.can_focus = False
        of_rows = [command for command in ROW_COMMANDS if len(command.key) == 1]
        self._row_keys = {self._row_key(command): command for command in of_rows}
        keys.show([(key, c.label.removeprefix("Zeile "), False) for key, c in self._row_keys.items()])

    def _row_key(self, command: Command) -> str:
        key = cast("TeaApp", self.app).key_of(command)
        return key.lower() if len(key) == 1 else key

    @property
    def place(self) -> tuple[str, Path]:
        """The date at hand, and the value at which the user is."""
        if self._rows is None or self._form is None or not self.dates.key:
            # The gap that asks for figures led here.
            return cycle_file(self.session.cycle), ("figures",)
        file = self._rows.subject.file
        if self._view == _FORM:
            return file, self._form.place
        sheet = self.grid.sheet
        if sheet is None or not sheet.rows:
            return file, ROWS
        here = (self.grid.row, self.grid.column)
        if here == self._sent[1]:
            # A gap that is about the whole table is where its cursor has not moved since.
            return file, self._sent[0]
        return file, (*ROWS, self.grid.row, sheet.columns[self.grid.column].key)

    # Showing

    def show_session(self) -> None:
        """Show the reference dates and the one at hand as they are now."""
        wanted = self._wanted or ("" if self.dates.keys else self.session.application.cycle.figures)
        self.dates.show(sorted(self.session.dossier.figures, reverse=True), wanted)
        self._show(self.dates.key)

    def _show(self, figures_id: str) -> None:
        figures = self.session.dossier.figures.get(figures_id)
        self.query_one("#figures-empty").display = figures is None
        if figures is None:
            for name in ("#figures-rows", "#figures-form", "#figures-views"):
                self.query_one(name).display = False
            self._notice.show(None, [])
            return
        self.query_one("#figures-views").display = True
        other = self._rows is None or self._rows.subject.file != figures.where.file
        if other or self._rows is None:
            self._rows = FigureRows(self, FormSubject(self, figures.where.file))
        subject = self._rows.subject
        if self._form is None:
            self._form = SchemaForm(subject, leave_out={str(ROWS[0])})
            self.query_one("#figures-form").mount(self._form)
        elif other:
            self._form.show_file(subject)
        else:
            self._form.show_session()
        self._rows.show_session()
        self._show_rows(other=other)
        self._show_view()

    def _show_rows(self, *, other: bool = False) -> None:
        if self._rows is None:
            return
        subject = self._rows.subject
        marks: dict[int, str] = {}
        # The heaviest comes first, and stays.
        for finding in subject.findings(_is_in_row):
            marks.setdefault(int(finding.path[1]), SIGNS[finding.severity])
        refusal = subject.refusal
        whole = subject.findings(lambda path: path in ((), ROWS))
        self._notice.show(refusal, [f for f in whole if f.severity is Severity.ERROR])
        self.grid.locked = refusal is not None
        self.grid.show(self._rows.sheet, marks, other=other)
        self._computed = None
        self._show_cell()

    def _show_cell(self) -> None:
        figures = self.session.dossier.figures.get(self.dates.key)
        if self._rows is None or figures is None:
            return
        at = self.grid.row
        findings: list[Finding] = self._rows.subject.findings(lambda p: _is_in_row(p) and p[1] == at)
        self.status.show(self.grid, self.session.application, figures, findings)
        shown = self.grid.shown
        if shown is not None and shown is not self._computed:
            self._computed = shown
            self._indicators.show(self.session.application, replace(figures, rows=shown.rows))

    def _show_view(self) -> None:
        readable = self._rows is not None and self._rows.subject.is_readable
        self.query_one("#figures-rows").display = self._view != _FORM and readable
        self.query_one("#figures-form").display = self._view == _FORM and readable
        for name in ("#figures-grid", "#figures-status", "#figures-keys"):
            self.query_one(name).display = self._view == _ROWS
        # The form has a notice of its own.
        self._notice.set_class(self._view == _FORM and readable, "-elsewhere")
        self.query_one("#figures-views", TabRow).show(list(_VIEWS), self._view)

    def _turn_to(self, view: str) -> None:
        if view != self._view:
            self.commit()
            self._view = view
            self._show_view()
            self.refresh_bindings()

    def _date_text(self, key: str) -> str:
        sign = "● " if key == self.session.application.cycle.figures else ""
        return f"{sign}{date_text(key)}"

    def show_place(self, path: Path) -> None:
        """Put the cursor on the cell of a value, or the focus on its field."""
        if self._rows is None or self._form is None:
            return
        self._sent = ((), (-1, -1))
        if path and path[0] != ROWS[0]:
            self._turn_to(_FORM)
            self._form.show_place(path)
            return
        self._turn_to(_ROWS)
        self.grid.focus()
        if len(path) < 2 or not isinstance(path[1], int):
            self._sent = (path or ROWS, (self.grid.row, self.grid.column))
            return
        at, rest = path[1], path[2:]
        sheet = self._rows.sheet
        column = sheet.column(str(rest[0])) if rest else self.grid.column
        self.grid.move_to(at, column or 0)
        if column is None and at < len(sheet.rows):
            self._rows.open(at, rest)

    # Changing

    def commit(self) -> None:
        """Store what is still being typed; what can't be a count stays in its cell, and says so."""
        if not self.grid.commit():
            self.notify(f"Nicht übernommen: {self.grid.problem}", severity="warning", markup=False)
        if self._rows is not None:
            self._rows.commit()
        if self._form is not None:
            self._form.commit()

    def _enter(self, cells: Mapping[tuple[int, str], object]) -> None:
        if self._rows is not None:
            self._rows.enter(cells)
            self._show_rows()

    @on(FigureGrid.Reached)
    def _reached(self) -> None:
        self._show_cell()

    @on(FigureGrid.Pasted)
    def _paste(self, event: FigureGrid.Pasted) -> None:
        if self._rows is not None:
            self._rows.paste(event.text, self.grid.row, self.grid.column)

    @on(FigureGrid.Refused)
    def _refused(self) -> None:
        refusal = self._rows.subject.refusal if self._rows else None
        if refusal is not None:
            self.tell(refusal)
        elif self.grid.sheet is not None:
            help_text = self.grid.sheet.columns[self.grid.column].help
            self.notify(help_text or "Hier steht, wer gezählt wurde. Enter ändert es.", markup=False)

    @on(FigureGrid.Opened)
    def _open_row(self) -> None:
        if self._rows is not None:
            self._rows.open(self.grid.row)

    @on(KeyRow.Pressed)
    async def _key_clicked(self, event: KeyRow.Pressed) -> None:
        self.grid.focus()
        await self.run_action(self._row_keys[event.key].action)

    @on(TabRow.Turned, "#figures-dates")
    def _date_turned(self, event: TabRow.Turned) -> None:
        self.commit()
        self._wanted = event.key
        self._sent = ((), (-1, -1))
        self._show(event.key)

    @on(TabRow.Turned, "#figures-views")
    def _view_turned(self, event: TabRow.Turned) -> None:
        self._turn_to(event.key)

    @on(TabRow.Left)
    def _left(self) -> None:
        self._focus_view()

    def _focus_view(self) -> None:
        match self._view:
            case "rows":
                self.grid.focus()
            case "values":
                self.query_one("#figures-indicators").focus()
            case _ if self._form is not None:
                self._form.show_place(())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to rows only where they are in sight."""
        if action == "row":
            return self._view == _ROWS and self._rows is not None
        if action == "copy_table":
            return self._view != _FORM and self._rows is not None
        return super().check_action(action, parameters)

    def action_row(self, what: str) -> None:
        """Do something to the row at hand, or to those that are marked."""
        rows, grid = self._rows, self.grid
        if rows is None or not grid.commit():
            return
        if refusal := rows.subject.refusal:
            self.tell(refusal)
            return
        at = grid.row
        exists = at < len(rows.sheet.rows)
        if what == "add":
            rows.add(at + 1 if exists else 0, self._go_to_row)
        elif not exists:
            return
        elif what == "edit":
            rows.open(at)
        elif what == "note":
            rows.note(at)
        elif what == "copy":
            rows.copy(at)
            self._go_to_row(at + 1)
        elif what == "remove":
            rows.remove(grid.selected[0])
            self._show_rows()
        else:
            to = at - 1 if what == "up" else at + 1
            if rows.move(at, to):
                self._go_to_row(to, grid.column)

    def _go_to_row(self, at: int, column: int = 1) -> None:
        self._show_rows()
        self.grid.move_to(at, column)
        self.grid.focus()

    def action_copy_table(self) -> None:
        """Copy the table that is in sight."""
        from tea_assistant.tui.table_copy import copy_table  # noqa: PLC0415 (when it is wanted)

        of_rows = self._view == _ROWS
        if self.grid.sheet is not None and (not of_rows or self.grid.commit()):
            table = self.grid.sheet.table() if of_rows else self._indicators.table()
            copy_table(self, f"{'zahlen' if of_rows else 'kennzahlen'}-{self.dates.key}", table)

    def action_next_view(self) -> None:
        """Go on to the next of the three views."""
        views = list(_VIEWS)
        self._turn_to(views[(views.index(self._view) + 1) % len(views)])
        self._focus_view()

    def action_date(self, by: int) -> None:
        """Show the reference date beside the one at hand."""
        self.dates.action_turn(by)

    def action_new(self) -> None:
        """Ask for a new reference date."""
        box = AskText(
            "Neuer Stichtag",
            "Zu welchem Tag wurde gezählt? Ein Jahr genügt, wenn mehr nicht bekannt ist.",
            "Anlegen",
            example="31.12.2025",
            problem=self._problem,
        )
        self.ask(box, self._create)

    def _problem(self, typed: str) -> str:
        return figure_dates.problem_with(self.session, typed)

    def _create(self, typed: str | None) -> None:
        if typed is None:
            return
        try:
            as_of = figure_dates.begin(self.session, typed)
        except TeaError as error:
            self.tell(error)
            return
        self._wanted = as_of
        if figure_dates.is_ahead(self.session, as_of):
            self.notify("Dieser Tag kommt erst noch. Stimmt das Jahr?", severity="warning", markup=False)
        if not self.session.application.cycle.figures:
            self._use(as_of)
        self.call_after_refresh(self.show_place, ("source",))

    def action_use(self) -> None:
        """Let the round rest on the date at hand."""
        if self.dates.key:
            self._use(self.dates.key)

    def _use(self, figures_id: str) -> None:
        try:
            figure_dates.rest_on(self.session, figures_id)
        except TeaError as error:
            self.tell(error)


def _is_in_row(path: Path) -> bool:
    return len(path) > 1 and path[0] == ROWS[0] and isinstance(path[1], int)
