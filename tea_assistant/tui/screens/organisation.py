"""The screen for the organisation: who applies, and the house rules."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult

from tea_assistant.model.layout import DOSSIER_FILE
from tea_assistant.model.source import Path
from tea_assistant.tui.page import Page
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.schema_form import SchemaForm

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp


class OrganisationScreen(Page):
    """A form over the dossier's own file."""

    CSS_PATH = "organisation.tcss"
    HEADING = "Organisation"
    HELP_TEXT = """
Wer bewirbt sich? Diese Angaben stehen am Anfang der Bewerbung und gelten für alle Runden.

- Mit **Tab** geht es zum nächsten Feld; die Zeile unten sagt, was hineingehört.
- ○ hinter einem Feld heißt: noch offen. Was fehlt, steht darunter, sobald Sie in dem Feld waren.
- Was Sie eintragen, wird sofort übernommen. **Strg+Z** nimmt es zurück.
- Die **Hausregeln** gelten für alle Texte und Zahlen: wie gegendert wird, und welche Gruppen zu klein sind,
  um genannt zu werden.
"""

    def compose(self) -> ComposeResult:
        """Show the form."""
        been_here = self.destination is not None and cast("TeaApp", self.app).visits.include(self.destination)
        yield SchemaForm(FormSubject(self, DOSSIER_FILE), patient=not been_here)

    @property
    def form(self) -> SchemaForm:
        """The form."""
        return self.query_one(SchemaForm)

    @property
    def place(self) -> tuple[str, Path]:
        """The field in which the user is."""
        return DOSSIER_FILE, self.form.place

    def show_session(self) -> None:
        """Show what the dossier says now."""
        for form in self.query(SchemaForm):
            form.show_session()

    def show_place(self, path: Path) -> None:
        """Put the focus on the field of a value."""
        self.form.show_place(path)

    def commit(self) -> None:
        """Store what is still being typed."""
        for form in self.query(SchemaForm):
            form.commit()
