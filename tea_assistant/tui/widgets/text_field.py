"""The field for a few lines: a note, or a list with one entry a line."""

from collections.abc import Iterable

from textual.widget import Widget

from tea_assistant.services.forms.plan import FieldPlan
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.prose_area import ProseArea
from tea_assistant.tui.widgets.typed_field import TypedField


class TextField(TypedField):
    """Edits a short text that may have several lines; it is stored when the focus leaves."""

    DEFAULT_CSS = """
    TextField ProseArea {
        height: auto;
        min-height: 1;
        max-height: 8;
        border: none;
        padding: 0 1;
        background: $surface;
        &:focus { border: none; background: $panel; }
    }
    """

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(plan, subject)
        self.area = ProseArea(plain(plan.placeholder))
        self.area.add_class("form-control")

    def controls(self) -> Iterable[Widget]:
        """Return the text area."""
        yield self.area

    @property
    def hint(self) -> str:
        """What belongs here, and how entries are told apart."""
        return self.plan.help

    @property
    def text(self) -> str:
        """What stands in the area."""
        return self.area.text

    def show_text(self, text: str) -> None:
        """Put a text into the area."""
        self.area.load_text(text)

    def enable(self, enabled: bool) -> None:
        """Let the text be edited, or only read; it can be scrolled all the same."""
        self.area.read_only = not enabled
