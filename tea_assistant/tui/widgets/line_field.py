"""The field for one line: a text, a number, a date, or a cell of the figures."""

from collections.abc import Iterable
from typing import Any

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tea_assistant.model.finding import Severity
from tea_assistant.services.form_plan import Control, FieldPlan
from tea_assistant.services.form_values import cell_of, cell_text, date_of, date_text, number_of, text_of
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
        text = clean(self._text(self.value))
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
            length = len(self._text(self.value))
            self._show_lines(
                signed(Severity.WARNING) + plain(f"Nur der Anfang: Der Text hat {length} Zeichen.")
            )

    @property
    def pending(self) -> tuple[str, object] | None:
        """What is typed and not stored yet, understood as far as possible."""
        typed = self.input.value
        if typed == self._loaded or self._too_long:
            return None
        return typed, self._parsed(typed.strip())

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

    def _text(self, value: Any) -> str:
        match self.plan.control:
            case Control.DATE:
                return date_text(value)
            case Control.CELL:
                return cell_text(value)
        return text_of(value)

    def _parsed(self, text: str) -> Any:
        if not text:
            return None
        match self.plan.control:
            case Control.NUMBER:
                return _whole(number_of(text), self.plan)
            case Control.CELL:
                return cell_of(text)
            case Control.DATE:
                return date_of(text, year_as_number="integer" in self.plan.node.get("type", ()))
        return text


def _whole(number: float | str, plan: FieldPlan) -> float | str:
    """Return 12,0 as 12 where only whole numbers are allowed."""
    if isinstance(number, float) and plan.node.get("type") == "integer" and number.is_integer():
        return int(number)
    return number
