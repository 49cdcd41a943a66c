"""The field for one line: a text, a number, a date, or a cell of the figures."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tea_assistant.model.finding import Severity
from tea_assistant.services.forms.entry import entered
from tea_assistant.services.forms.plan import FieldPlan
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.widgets.form_field import signed
from tea_assistant.tui.widgets.form_input import LONGEST, FormInput
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.typed_field import TypedField


class LineField(TypedField):
    """Edits one line; it is stored when the focus leaves."""

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(plan, subject)
        self.input = FormInput(plan.placeholder)
        self._too_long = False

    def controls(self) -> Iterable[Widget]:
        """Return the input."""
        yield self.input

    @property
    def text(self) -> str:
        """What stands in the input."""
        return self.input.value

    def show_text(self, text: str) -> None:
        """Put a text into the input, for somebody who goes on writing at its end."""
        self.input.value = text
        self.input.cursor_position = len(text) if self.input.has_focus else 0

    @property
    def told(self) -> str:
        """What the file says; of a text that is too long for a line, its beginning."""
        text = clean(super().told)
        return f"{text[:LONGEST]}…" if len(text) > LONGEST else text

    def load(self, *, other: bool = False) -> None:
        """Show the value; what is being typed stays."""
        self._too_long = len(clean(super().told)) > LONGEST
        super().load(other=other)

    def enable(self, enabled: bool) -> None:
        """Let the line be edited, unless only its beginning is shown."""
        super().enable(enabled and not self._too_long)

    def show_findings(self, *, other: bool = False) -> None:
        """Say it where only the beginning of a text is shown."""
        super().show_findings(other=other)
        if self._too_long:
            length = len(super().told)
            self._show_lines(
                signed(Severity.WARNING) + plain(f"Nur der Anfang: Der Text hat {length} Zeichen.")
            )

    @property
    def pending(self) -> tuple[str, object] | None:
        """What is typed and not stored yet; never the beginning of a text that is longer."""
        typed = self.text
        if typed == self._loaded or self._too_long:
            return None
        return typed, entered(self.plan, typed.strip())

    def commit(self) -> None:
        """Store what was typed, and show what has become of it: a date is written as all are."""
        is_typed = self.pending is not None
        super().commit()
        if is_typed and self.text == self._loaded:
            self.load()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()
