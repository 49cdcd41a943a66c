"""What fields have in common in which a text is typed letter by letter."""

from tea_assistant.services.forms.entry import entered, shown
from tea_assistant.services.forms.plan import FieldPlan
from tea_assistant.tui.widgets.form_field import FormField
from tea_assistant.tui.widgets.form_subject import FormSubject


class TypedField(FormField):
    """Edits a text; it is stored when the focus leaves, and what is being typed is never replaced."""

    TYPED = True

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(plan, subject)
        self._loaded = ""
        """What the control showed when the file was last looked at."""
        self._replaced: str | None = None
        """What came from elsewhere while something was being typed."""

    @property
    def text(self) -> str:
        """What stands in the control."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Put a text into the control."""
        raise NotImplementedError

    @property
    def told(self) -> str:
        """What the file says, as the control shows it."""
        return shown(self.plan, self.value)

    def load(self, *, other: bool = False) -> None:
        """Show the value; what is being typed stays."""
        is_typing = self.text != self._loaded and not other
        before, self._loaded = self._loaded, self.told
        if not is_typing:
            self._replaced = None
        elif self._loaded != before:
            self._replaced = self._loaded
        if not is_typing and self.text != self._loaded:
            self.show_text(self._loaded)
            # What the control makes of line ends is no typing.
            self._loaded = self.text

    @property
    def pending(self) -> tuple[str, object] | None:
        """What is typed and not stored yet, understood as far as possible."""
        typed = self.text
        return None if typed == self._loaded else (typed, entered(self.plan, typed))

    def commit(self) -> None:
        """Store what was typed."""
        if self.pending is None:
            return
        typed, value = self.pending
        if self.subject.set(self.plan.path, value, self.plan.title):
            if self._replaced is not None:
                self.tell_replaced(self._replaced)
            self._loaded, self._replaced = typed, None
