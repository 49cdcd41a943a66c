"""Where a proposal is changed before it is taken over: the form of what it would become."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tea_assistant.services.triage.items import Item
from tea_assistant.tui.page import Page
from tea_assistant.tui.triage.forms import LEFT_OUT, draft_file, node_of
from tea_assistant.tui.triage.triaging import Triaging
from tea_assistant.tui.widgets.draft_subject import DraftSubject, Values
from tea_assistant.tui.widgets.schema_form import SchemaForm


class DraftForm(SchemaForm):
    """A form whose values go nowhere before somebody takes them over."""

    HELP = "Mit Tab geht es zum nächsten Feld. In die Mappe kommt es erst mit Strg+↓."


class DraftPane(Vertical):
    """Shows the form of one proposal, and nothing while there is none."""

    DEFAULT_CSS = """
    DraftPane {
        display: none;
        & > .draft-pane--keys { height: auto; max-height: 2; padding: 0 1; color: $text-muted; }
    }
    """
    KEYS = "Strg+↓ übernimmt und geht weiter · Esc führt zurück"

    def __init__(self, page: Page, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._page = page
        self._form: DraftForm | None = None
        self._made = 0
        """So many drafts were opened; each needs a name of its own."""
        self.item: Item | None = None

    def compose(self) -> ComposeResult:
        """Begin without a form: it takes a moment to make."""
        yield Static(self.KEYS, classes="draft-pane--keys", markup=False)

    def open(self, triaging: Triaging, item: Item) -> None:
        """Let a proposal be changed."""
        self.item = item
        self.display = True
        self._made += 1
        session, kind = triaging.session, item.proposal.kind
        file = draft_file(session, kind, self._made)
        subject = DraftSubject(self._page, file, triaging.values(item), self._keeper(triaging, item.id))
        if self._form is not None:
            self._form.remove()
        self._form = DraftForm(subject, node=node_of(session, kind), leave_out=LEFT_OUT)
        self.mount(self._form)
        self.call_after_refresh(self._form.show_place)

    def _keeper(self, triaging: Triaging, item_id: str) -> Callable[[Values], None]:
        def keep(values: Values) -> None:
            triaging.drafts[item_id] = values
            # Nobody else tells the form of a change that is in no file.
            self.call_later(self.show_session)

        return keep

    def close(self) -> None:
        """Let nothing be changed any more."""
        self.commit()
        self.display = False
        self.item = None

    def commit(self) -> None:
        """Keep what is still being typed."""
        if self._form is not None and self.item is not None:
            self._form.commit()

    def show_session(self) -> None:
        """Show the values as they are now."""
        if self._form is not None and self.item is not None:
            self._form.show_session()
