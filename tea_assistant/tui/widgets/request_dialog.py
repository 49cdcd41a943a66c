"""The box in which a request to a department is put together."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from tea_assistant.model.application import Application
from tea_assistant.services.forms.values import date_text
from tea_assistant.services.requests.questions import Wanted, responsible
from tea_assistant.services.requests.requests import Sending
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.pick_list import PickList

_FIGURES = "figures:"


class RequestDialog(Dialog[Sending]):
    """Asks whom to ask, until when, and what; the result is what is to be sent, or None."""

    DEFAULT_CSS = """
    RequestDialog {
        & > .dialog--box { height: 90%; max-height: 30; padding: 0 2 1 2; }
        & .request--row { height: 1; margin-top: 1; }
        & .request--label { width: 14; color: $text-muted; }
        & .request--row FormInput { width: 1fr; }
        & #request-what { margin-top: 1; color: $text-muted; height: 1; }
        & PickList { height: 1fr; min-height: 3; background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False),
        Binding("ctrl+down,alt+down", "take", show=False),
    ]

    def __init__(
        self, application: Application, problem: Callable[[Sending], str], evidence: str = ""
    ) -> None:
        super().__init__()
        self._application = application
        self._problem = problem
        measures = application.dossier.evidence.values()
        named = {e.id: e.title or e.id for e in sorted(measures, key=lambda e: (e.title or e.id).casefold())}
        days = sorted(application.dossier.figures, reverse=True)
        self._titles = {**named, **{f"{_FIGURES}{day}": f"Kennzahlen {date_text(day)}" for day in days}}
        self._chosen = {evidence} & self._titles.keys()
        self._by_hand = bool(self._chosen)
        """Once something is chosen by hand, the department no longer chooses."""
        self._error = Static(classes="dialog--error", markup=False)
        self._begin = application.dossier.evidence[evidence].responsible if self._chosen else ""

    def compose(self) -> ComposeResult:
        """Put whom and until when above what."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = "Fachstelle fragen"
            box.border_subtitle = "Strg+↓ erstellt das Formular · Esc bricht ab"
            for name, label, example in (
                ("department", "Fachstelle", "z. B. Personalamt"),
                ("until", "Antwort bis", "z. B. 31.03.2028"),
                ("note", "Mitteilung", "steht auf dem Deckblatt"),
            ):
                with Horizontal(classes="request--row"):
                    yield Static(label, classes="request--label")
                    yield FormInput(example, id=f"request-{name}")
            yield Static(id="request-what", markup=False)
            yield PickList(self._draw, empty="Es gibt noch keine Maßnahme.", id="request-things")
            yield self._error
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button("Formular erstellen", id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin with the department that is responsible."""
        self._input("department").value = self._begin
        self.query_one(PickList).show(list(self._titles), at=next(iter(self._chosen), None))
        self._show()

    def _input(self, name: str) -> FormInput:
        return self.query_one(f"#request-{name}", FormInput)

    @on(Input.Changed, "#request-department")
    def _department_typed(self) -> None:
        if not self._by_hand:
            found = responsible(self._application, self._input("department").value)
            self._chosen = {evidence.id for evidence in found}
            self.query_one(PickList).show(
                sorted(self._titles, key=lambda key: key not in self._chosen), at=""
            )
            self._show()

    @on(PickList.Chosen)
    def _picked(self, event: PickList.Chosen) -> None:
        event.stop()
        self._by_hand = True
        self._chosen ^= {event.key}
        self._show()

    def action_tick(self) -> None:
        """Choose the row under the cursor, or no longer."""
        if self.query_one(PickList).has_focus:
            self.query_one(PickList).action_choose()

    def _show(self) -> None:
        count = len(self._chosen)
        told = (
            f"Wonach? {count} gewählt, Leertaste wählt" if count else "Wonach? Leertaste wählt aus der Liste"
        )
        self.query_one("#request-what", Static).update(plain(told))
        self.query_one(PickList).refresh()

    def _draw(self, key: str, width: int) -> list[Content]:
        del width
        return [plain("[✓] " if key in self._chosen else "[ ] ") + plain(self._titles[key])]

    @property
    def sending(self) -> Sending:
        """What is to be sent."""
        chosen = [key for key in self._titles if key in self._chosen]
        return Sending(
            self._input("department").value,
            Wanted(
                [key for key in chosen if not key.startswith(_FIGURES)],
                [key.removeprefix(_FIGURES) for key in chosen if key.startswith(_FIGURES)],
            ),
            until=self._input("until").value,
            note=self._input("note").value,
        )

    def action_take(self) -> None:
        """Hand the request over, where nothing speaks against it."""
        sending = self.sending
        problem = "Bitte wählen, wonach gefragt wird." if sending.wanted.is_empty else ""
        if not sending.department.strip():
            problem = "Wer soll gefragt werden?"
        if problem := problem or self._problem(sending):
            self._error.update(plain(problem, lines=True))
            self._error.display = True
        else:
            self.dismiss(sending)

    @on(Input.Submitted)
    def _on_to_the_next(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#done")
    def _done(self) -> None:
        self.action_take()

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()
