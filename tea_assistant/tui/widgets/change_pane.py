"""Where a thing of the inbox is changed: the form of a measure, or the editor of a text."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tea_assistant.services.inbox.inbox import Item, Kind, text_at
from tea_assistant.tui.page import Page
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.schema_form import SchemaForm


class ChangePane(Vertical):
    """Shows the form or the editor of one thing, and nothing while there is none."""

    DEFAULT_CSS = """
    ChangePane {
        height: 1fr;
        display: none;
        & > .change-pane--keys { height: 1; padding: 0 2; color: $text-muted; text-overflow: ellipsis; }
        & > ProseEditor { padding: 0 1; }
    }
    """
    KEYS = "Strg+↓ bestätigt und geht weiter · Esc führt zurück zur Entscheidung"

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.item: Item | None = None
        self.editor = ProseEditor(lambda: page.session.application)
        self._form: SchemaForm | None = None

    def compose(self) -> ComposeResult:
        """Begin without a form: it takes a moment to make."""
        yield Static(self.KEYS, classes="change-pane--keys", markup=False)
        yield self.editor

    def open(self, item: Item) -> None:
        """Let a thing be changed."""
        self.item = item
        self.display = True
        is_text = item.kind is Kind.TEXT
        self.editor.display = is_text
        if self._form is not None:
            self._form.display = not is_text
        if is_text:
            self.editor.read_only = self._page.session.refusal(item.file) is not None
            self.editor.load(self._stored, other=True)
            self.editor.focus()
        else:
            self._show_form(item)

    def close(self) -> None:
        """Let nothing be changed any more."""
        self.display = False
        self.item = None

    def show_session(self) -> None:
        """Show what the dossier says now."""
        if self.item is None:
            return
        if self.item.kind is Kind.TEXT:
            self.editor.load(self._stored)
        elif self._form is not None:
            self._form.show_session()

    def commit(self) -> str | None:
        """Store what is typed in the form; return what is typed in the editor and not stored yet."""
        if self.item is None:
            return None
        if self.item.kind is Kind.TEXT:
            return self.editor.commit()
        if self._form is not None:
            self._form.commit()
        return None

    @property
    def _stored(self) -> str:
        assert self.item is not None
        return text_at(self._page.session.value(self.item.file), self.item.path)

    def _show_form(self, item: Item) -> None:
        subject = FormSubject(self._page, item.file)
        if self._form is None:
            self._form = SchemaForm(subject)
            self.mount(self._form)
        elif self._form.subject.file != subject.file:
            self._form.show_file(subject)
        else:
            self._form.show_session()
        self.call_after_refresh(self._form.show_place)
