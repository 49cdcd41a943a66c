"""A small box that asks who reviews or answers, and in which role."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.pick_list import PickList


class Person(Struct, frozen=True):
    """Who somebody is; the name is empty where only the role is known."""

    name: str
    role: str


class AskReviewer(Dialog[Person]):
    """Asks for a name and a role; the result is the person, or None."""

    DEFAULT_CSS = """
    AskReviewer {
        & .ask-reviewer--label { height: 1; color: $text-muted; }
        & FormInput { margin-bottom: 1; }
        & PickList { max-height: 6; background: $background; }
    }
    """

    def __init__(
        self,
        title: str,
        question: str,
        button: str,
        known: Sequence[Person],
        problem: Callable[[Person], str],
    ) -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._button = button
        self._known = known
        self._problem = problem
        self._name_line = FormInput("z. B. Erika Mustermann")
        self._role_line = FormInput("z. B. Personalrat")
        self._list = PickList(self._draw)
        self._error = Static(classes="dialog--error", markup=False)

    def compose(self) -> ComposeResult:
        """Put the lines above those who are known already."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            yield Static(plain(self._question), classes="dialog--text")
            yield Static("Name", classes="ask-reviewer--label")
            yield self._name_line
            yield Static("Rolle", classes="ask-reviewer--label")
            yield self._role_line
            if self._known:
                yield Static("Oder wählen", classes="ask-reviewer--label")
                yield self._list
            yield self._error
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button(plain(self._button), id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin with the name."""
        self._list.show([str(number) for number in range(len(self._known))])
        self._name_line.focus()

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        del width
        person = self._known[int(key)]
        return [plain(", ".join(filter(None, (person.name, person.role))))]

    @on(PickList.Chosen)
    def _fill(self, event: PickList.Chosen) -> None:
        event.stop()
        person = self._known[int(event.key)]
        if person.name:
            self._name_line.value = person.name
        self._role_line.value = person.role
        (self.query_one("#done") if self._name_line.value.strip() else self._name_line).focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        named = bool(self._name_line.value.strip())
        if event.input is self._name_line and named and not self._role_line.value.strip():
            self._role_line.focus()
        else:
            self._take()

    @on(Button.Pressed, "#done")
    def _take(self) -> None:
        person = Person(" ".join(self._name_line.value.split()), " ".join(self._role_line.value.split()))
        problem = self._missing(person) or self._problem(person)
        if not problem:
            self.dismiss(person)
            return
        self._error.update(plain(problem, lines=True))
        self._error.display = True
        (self._role_line if person.name else self._name_line).focus()

    def _missing(self, person: Person) -> str:
        if not person.name:
            return "Bitte einen Namen eingeben."
        return "" if person.role else "Bitte auch die Rolle eingeben, zum Beispiel Personalrat."

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()
