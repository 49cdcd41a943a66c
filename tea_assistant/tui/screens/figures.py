"""The screen for the figures: one form a reference date, and what follows from the counts."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import Kind, cycle_file, figures_file
from tea_assistant.model.source import Path
from tea_assistant.store import schema
from tea_assistant.store.yaml_writer import Change
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.figure_columns import SPLITS, figure_columns
from tea_assistant.tui.widgets.form_heading import SectionHeading
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.form_values import date_of, date_text
from tea_assistant.tui.widgets.indicator_table import IndicatorTable
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.schema_form import SchemaForm


class FiguresScreen(Page):
    """All reference dates, and the counts of the one at hand."""

    CSS_PATH = "figures.tcss"
    HEADING = "Kennzahlen"
    HELP_TEXT = """
Jeder **Stichtag** hat seine eigenen Zahlen; ● ist der, auf den sich diese Runde stützt.

- Tragen Sie **Anzahlen** ein. Anteile rechnet das Programm aus; was sich aus anderen Zahlen ergibt,
  steht in Klammern.
- Wurde nur eine Prozentzahl veröffentlicht, schreiben Sie **43 %** in das Feld. Mit ihr wird nicht
  weitergerechnet.
- **Strg+N** legt einen neuen Stichtag an, mit den Gruppen des letzten.
- **Strg+R** nimmt den gezeigten Stichtag für diese Runde.
- Unten stehen die Kennzahlen des Katalogs mit den Werten früherer Runden.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("new_figures", "ctrl+n", "new", "Neuer Stichtag", "Legt einen Stichtag an.", in_footer=True),
        Command(
            "use_figures",
            "ctrl+r",
            "use",
            "Für diese Runde",
            "Stützt die Runde auf diesen Stichtag.",
            in_footer=True,
        ),
        Command(
            "figures_pane",
            "f6",
            "switch_pane",
            "Liste / Formular",
            "Wechselt zwischen Stichtagen und Zahlen.",
        ),
    )

    def __init__(self, figures_id: str = "") -> None:
        super().__init__()
        self._wanted = figures_id
        self._indicators = IndicatorTable()
        self._form: SchemaForm | None = None

    def compose(self) -> ComposeResult:
        """Put the reference dates beside the form."""
        with Horizontal(id="figures-body"):
            with Vertical(id="figures-list"):
                yield Static("Stichtage", id="figures-title", markup=False)
                yield PickList(self._draw, empty="noch keiner", id="figures-dates")
            with Vertical(id="figures-detail"):
                yield Static(
                    "Noch keine Kennzahlen. Mit Strg+N legen Sie einen Stichtag an.", id="figures-empty"
                )

    @property
    def dates(self) -> PickList:
        """The list of reference dates."""
        return self.query_one("#figures-dates", PickList)

    @property
    def place(self) -> tuple[str, Path]:
        """The date at hand, and the field in which the user is."""
        return (self._form.subject.file, self._form.place) if self._form else ("", ())

    def show_session(self) -> None:
        """Show the reference dates as they are now."""
        dossier = self.session.dossier
        self.dates.show(sorted(dossier.figures, reverse=True), at=self._wanted or self._first())
        self._show(self.dates.key or "")

    def show_place(self, path: Path) -> None:
        """Put the focus on the field of a value."""
        if self._form is not None:
            self._form.show_place(path)

    def commit(self) -> None:
        """Store what is still being typed."""
        if self._form is not None:
            self._form.commit()

    def _first(self) -> str | None:
        return None if self.dates.keys else self.session.application.cycle.figures or None

    def _show(self, figures_id: str) -> None:
        figures = self.session.dossier.figures.get(figures_id)
        self.query_one("#figures-empty").display = figures is None
        if self._form is not None:
            self._form.display = figures is not None
        if figures is None:
            return
        subject = FormSubject(self, figures.where.file)
        if self._form is None:
            tail = [SectionHeading("Was daraus folgt", markup=False), self._indicators]
            self._form = SchemaForm(subject, columns={("rows",): figure_columns}, tail=tail)
            self.query_one("#figures-detail").mount(self._form)
        elif self._form.subject.file != subject.file:
            self._form.show_file(subject)
        else:
            self._form.show_session()
        self._indicators.show(self.session.application, figures)

    def _draw(self, key: str, width: int) -> list[Content]:
        del width
        sign = "● " if key == self.session.application.cycle.figures else "  "
        return [plain(sign, "$accent") + plain(date_text(key))]

    @on(PickList.Highlighted, "#figures-dates")
    def _highlight(self, event: PickList.Highlighted) -> None:
        self._wanted = event.key
        self._show(event.key)

    @on(PickList.Chosen, "#figures-dates")
    def _open(self) -> None:
        self.show_place(("rows",))

    def action_switch_pane(self) -> None:
        """Go from the dates to the form, or back."""
        if self.dates.has_focus:
            self.show_place(("rows",))
        else:
            self.commit()
            self.dates.focus()

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
        as_of = date_of(typed)
        if not schema.is_valid(Kind.FIGURES, {"format": schema.FORMAT, "as_of": as_of, "rows": []}):
            return "Das ist kein Datum. Zum Beispiel: 31.12.2025 oder 2025."
        return "Diesen Stichtag gibt es schon." if str(as_of) in self.session.dossier.figures else ""

    def _create(self, typed: str | None) -> None:
        if typed is None:
            return
        as_of = date_of(typed)
        latest = max(self.session.dossier.figures, default="")
        rows = [_emptied(row) for row in _rows(self.session.value(figures_file(latest)))]
        value = {"format": schema.FORMAT, "as_of": as_of, "basis": "heads", "rows": rows}
        try:
            self.session.write(figures_file(str(as_of)), value, f"Stichtag {date_text(as_of)} anlegen")
        except TeaError as error:
            self.tell(error)
            return
        self._wanted = str(as_of)
        if not self.session.application.cycle.figures:
            self._use(str(as_of))
        self.call_after_refresh(self.show_place, ("source",))

    def action_use(self) -> None:
        """Let the round rest on the date at hand."""
        if self.dates.key:
            self._use(self.dates.key)

    def _use(self, figures_id: str) -> None:
        file = self.session.application.cycle.where.file or cycle_file(self.session.cycle)
        # A year alone is a number in a file that people write by hand.
        value = date_of(figures_id)
        self.edit(
            file, [Change(("figures",), value)], f"Stichtag {date_text(figures_id)} für die Runde nehmen"
        )


def _rows(value: object) -> list[Mapping[str, Any]]:
    rows = value.get("rows") if isinstance(value, Mapping) else None
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _emptied(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key == "group" or key in SPLITS}
