"""The field for one of several values, or for one other thing of the dossier."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tea_assistant.services.forms.choices import NO, YES, Choice, listed, referable, title_of
from tea_assistant.services.forms.entry import entered, shown
from tea_assistant.services.forms.plan import Control, FieldPlan
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.dialog import ask_above
from tea_assistant.tui.widgets.form_field import FormField
from tea_assistant.tui.widgets.form_subject import FormSubject

_NOTHING = Choice("", "keine Angabe")


class ChoiceButton(Static, can_focus=True):
    """Shows what is chosen; opens the choices."""

    DEFAULT_CSS = """
    ChoiceButton {
        height: auto;
        padding: 0 1;
        background: $surface;
        &:focus { background: $panel; text-style: bold; }
        &:hover { background: $panel; }
        &:disabled { color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,down", "open", "Auswählen", show=False),
        Binding("delete,backspace", "clear", "Leeren", show=False),
    ]

    class Opened(Message):
        """The user wants to choose."""

        def __init__(self, button: "ChoiceButton") -> None:
            super().__init__()
            self.button = button

    class Cleared(Opened):
        """The user takes the choice back."""

    def __init__(self, *, name: str | None = None) -> None:
        super().__init__(markup=False, classes="form-control", name=name)
        self._shown = Content()

    def show(self, content: Content) -> None:
        """Show what is chosen."""
        if not self._shown.is_same(content):
            self._shown = content
            self.update(plain("▾ ", "$primary") + content)

    def on_click(self, event: events.Click) -> None:
        """Open the choices."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the choices."""
        self.post_message(self.Opened(self))

    def action_clear(self) -> None:
        """Take the choice back."""
        self.post_message(self.Cleared(self))


class ChoiceField(FormField):
    """Edits a value that is chosen from a list."""

    KEYS: ClassVar[str] = "Enter: auswählen · Entf: leeren"

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(plan, subject)
        self.button = ChoiceButton()

    def controls(self) -> Iterable[Widget]:
        """Return the button that opens the choices."""
        yield self.button

    @property
    def choices(self) -> list[Choice]:
        """What can be chosen now."""
        if self.plan.control is Control.REFERENCE:
            return referable(self.subject.application, self.plan.node["x-refers-to"])
        return [YES, NO] if self.plan.control is Control.SWITCH else listed(self.plan.node)

    @property
    def _stored(self) -> str:
        return shown(self.plan, self.value)

    def load(self, *, other: bool = False) -> None:
        """Show the title of the value."""
        del other
        choices = self.choices
        default = self.plan.node.get("default")
        if self._stored:
            self.button.show(plain(title_of(choices, self._stored)))
        elif default is not None:
            self.button.show(plain(f"{title_of(choices, _written(default))} (voreingestellt)", "$text-muted"))
        else:
            self.button.show(plain("noch nichts gewählt", "$text-muted"))

    @on(ChoiceButton.Opened)
    def _open(self, event: ChoiceButton.Opened) -> None:
        event.stop()
        choices = self.choices if self.plan.required else [*self.choices, _NOTHING]
        ask_above(self, Chooser(self.plan.title, choices, self._stored), self._store)

    @on(ChoiceButton.Cleared)
    def _clear(self, event: ChoiceButton.Cleared) -> None:
        event.stop()
        if not self.plan.required:
            self._store(_NOTHING)

    def _store(self, choice: Choice | None) -> None:
        if choice is not None:
            self.subject.set(self.plan.path, entered(self.plan, choice.value), self.plan.title)


def _written(value: object) -> str:
    """Write a value as choices know it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
