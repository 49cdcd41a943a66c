"""The field for prose: the editor of all longer texts."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from tea_assistant.services.forms.plan import FieldPlan
from tea_assistant.services.forms.values import text_of
from tea_assistant.tui.widgets.form_field import FormField
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.prose_editor import ProseEditor


class ProseField(FormField):
    """Edits Markdown; it is stored while one types, and typing in one go is one step of undo."""

    TYPED = True
    WIDE = True
    DEFAULT_CSS = """
    ProseField ProseEditor {
        height: auto;
        min-height: 0;
        & > ProseArea {
            height: auto;
            min-height: 3;
            max-height: 14;
            border: none;
            padding: 0 1;
            background: $surface;
            &:focus { border: none; background: $panel; }
        }
    }
    """

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(plan, subject)
        self.editor = ProseEditor(lambda: subject.application, placeholder=plan.placeholder)

    def controls(self) -> Iterable[Widget]:
        """Return the editor."""
        yield self.editor

    @property
    def hint(self) -> str:
        """What belongs here; the example stands in the empty editor."""
        return self.plan.help

    def load(self, *, other: bool = False) -> None:
        """Show the text; what is being typed stays."""
        self.editor.load(text_of(self.value), other=other)

    def enable(self, enabled: bool) -> None:
        """Let the text be edited, or only read."""
        self.editor.read_only = not enabled

    @property
    def pending(self) -> tuple[str, object] | None:
        """What is typed and not stored yet."""
        text = self.editor.text
        return (text, text or None) if self.editor.is_pending else None

    def commit(self) -> None:
        """Store what was typed."""
        text = self.editor.commit()
        if text is not None:
            self._store(text)

    @on(ProseEditor.Edited)
    def _edited(self, event: ProseEditor.Edited) -> None:
        event.stop()
        self._store(event.text)

    @on(ProseEditor.Left)
    def _left(self, event: ProseEditor.Left) -> None:
        event.stop()
        self.commit()
        self.subject.page.session.seal()

    def _store(self, text: str) -> None:
        path = self.plan.path
        self.subject.set(path, text or None, self.plan.title, merge_key=self.subject.merge_key(path))
