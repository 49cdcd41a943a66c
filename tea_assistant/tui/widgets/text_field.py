"""The field for a few lines: a note, or a list with one entry a line."""

from collections.abc import Iterable

from textual.widget import Widget

from tea_assistant.services.form_entry import entered, shown
from tea_assistant.services.form_plan import FieldPlan
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.form_field import FormField
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.prose_area import ProseArea


class TextField(FormField):
    """Edits a short text that may have several lines; it is stored when the focus leaves."""

    TYPED = True
    DEFAULT_CSS = """
    TextField ProseArea {
        height: auto;
        min-height: 1;
        max-height: 8;
        border: none;
        padding: 0 1;
        background: $surface;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background: $panel; }
    }
    """

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(plan, subject)
        self.area = ProseArea(plain(plan.placeholder))
        self.area.add_class("form-control")
        self._loaded = ""
        self._replaced: str | None = None
        """What came from elsewhere while something was being typed."""

    def controls(self) -> Iterable[Widget]:
        """Return the text area."""
        yield self.area

    @property
    def hint(self) -> str:
        """What belongs here, and how entries are told apart."""
        return self.plan.help

    def load(self, *, other: bool = False) -> None:
        """Show the value; what is being typed stays."""
        typed = self.area.text != self._loaded
        before, self._loaded = self._loaded, shown(self.plan, self.value)
        if other or not typed:
            self._replaced = None
        elif self._loaded != before:
            self._replaced = self._loaded
        if (other or not typed) and self.area.text != self._loaded:
            self.area.load_text(self._loaded)
            # What the area makes of line ends is no typing.
            self._loaded = self.area.text

    def enable(self, enabled: bool) -> None:
        """Let the text be edited, or only read; it can be scrolled all the same."""
        self.area.read_only = not enabled

    @property
    def pending(self) -> tuple[str, object] | None:
        """What is typed and not stored yet."""
        typed = self.area.text
        return None if typed == self._loaded else (typed, entered(self.plan, typed))

    def commit(self) -> None:
        """Store what was typed."""
        if self.pending is None:
            return
        typed, value = self.pending
        if self.subject.set(self.plan.path, value, self.plan.title):
            if self._replaced is not None:
                self.tell_replaced(self._replaced)
            self._loaded = typed
            self._replaced = None
