"""The field for one line: a text, a number, a date, or a cell of the figures."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tea_assistant.model.finding import Severity
from tea_assistant.services.form_entry import entered, shown
from tea_assistant.services.form_plan import FieldPlan
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.widgets.form_field import FormField, signed
from tea_assistant.tui.widgets.form_input import LONGEST, FormInput
from tea_assistant.tui.widgets.form_subject import FormSubject


class LineField(FormField):
    """Edits one line; it is stored when the focus leaves."""

    TYPED = True

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(plan, subject)
        self.input = FormInput(plan.placeholder)
        self._loaded = ""
        self._replaced: str | None = None
        """What came from elsewhere while something was being typed."""
        """What the input showed when the file was last looked at."""
        self._too_long = False

    def controls(self) -> Iterable[Widget]:
        """Return the input."""
        yield self.input

    def load(self, *, other: bool = False) -> None:
        """Show the value; what is being typed stays."""
        typed = self.input.value != self._loaded
        text = clean(shown(self.plan, self.value))
        self._too_long = len(text) > LONGEST
        before, self._loaded = self._loaded, f"{text[:LONGEST]}…" if self._too_long else text
        if other or not typed:
            self._replaced = None
        elif self._loaded != before:
            self._replaced = self._loaded
        if (other or not typed) and self.input.value != self._loaded:
            self.input.value = self._loaded
            self.input.cursor_position = len(self._loaded) if self.input.has_focus else 0

    def enable(self, enabled: bool) -> None:
        """Let the line be edited, unless only its beginning is shown."""
        super().enable(enabled and not self._too_long)

    def show_findings(self, *, other: bool = False) -> None:
        """Say it where only the beginning of a text is shown."""
        super().show_findings(other=other)
        if self._too_long:
            length = len(shown(self.plan, self.value))
            self._show_lines(
                signed(Severity.WARNING) + plain(f"Nur der Anfang: Der Text hat {length} Zeichen.")
            )

    @property
    def pending(self) -> tuple[str, object] | None:
        """What is typed and not stored yet, understood as far as possible."""
        typed = self.input.value
        if typed == self._loaded or self._too_long:
            return None
        return typed, entered(self.plan, typed.strip())

    def commit(self) -> None:
        """Store what was typed."""
        if self.pending is None:
            return
        typed, value = self.pending
        if self.subject.set(self.plan.path, value, self.plan.title):
            if self._replaced is not None:
                self.tell_replaced(self._replaced)
            self._loaded = typed
            self.load()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()
