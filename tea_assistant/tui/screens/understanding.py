"""The screen for the basic understanding and the settings of the round."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tea_assistant.checks.parts import part_id
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.layout import cycle_file
from tea_assistant.model.source import Path
from tea_assistant.tui.page import Page
from tea_assistant.tui.page_words import longest_note, part_note
from tea_assistant.tui.widgets.form_heading import SectionHeading
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.prompt_field import PromptField
from tea_assistant.tui.widgets.schema_form import SchemaForm


class UnderstandingScreen(Page):
    """The texts that the catalogue asks for, and beneath them the settings of the round."""

    # The form puts the focus into its first text, without rolling there.
    AUTO_FOCUS = ""
    CSS_PATH = "understanding.tcss"
    HEADING = "Grundverständnis"
    HELP_TEXT = """
Hier stehen die kurzen Texte zum Grundverständnis, die Grundlagendokumente und die Einstellungen dieser Runde.

- Jeder Text beantwortet eine Frage. **Hilfe zum Schreiben** klappt mit Enter auf.
- In den Texten setzt `{{` eine Kennzahl ein und `[[` den Titel einer Maßnahme; mit
  `[[kurzname|eigene Wörter]]` stehen Ihre Wörter da.
- Darunter: bis wann die Bewerbung fertig sein muss, auf welche Kennzahlen sie sich stützt, wie lang sie
  sein darf.
"""

    def compose(self) -> ComposeResult:
        """Show the length above the form."""
        yield Static(id="part-pages", markup=False)
        yield self._make_form()

    def on_mount(self) -> None:
        """Begin in the first text."""
        self.call_after_refresh(self.form.show_place)

    @property
    def form(self) -> SchemaForm:
        """The form."""
        return self.query_one(SchemaForm)

    @property
    def place(self) -> tuple[str, Path]:
        """The text or field in which the user is."""
        return self.form.subject.file, self.form.place

    def show_session(self) -> None:
        """Show what the dossier says now; another round or catalogue asks for other texts."""
        if self._asked() == self._shown:
            self.form.show_session()
        else:
            self.form.commit()
            self.form.remove()
            self.mount(self._make_form(), after="#part-pages")

    def show_pages(self) -> None:
        """Show how long the texts are in the document."""
        application = self.session.application
        part = part_id(application, PartKind.UNDERSTANDING)
        line, note = self.query_one("#part-pages", Static), part_note(application, part)
        line.update(Content("Umfang im Dokument: ") + note)
        line.display = bool(note)
        line.tooltip = longest_note(application, part) or None

    def show_place(self, path: Path) -> None:
        """Put the focus on the field of a value."""
        self.form.show_place(path)

    def commit(self) -> None:
        """Store what is still being typed."""
        self.form.commit()

    def _asked(self) -> tuple[str, tuple[str, ...]]:
        application = self.session.application
        return application.cycle.id, tuple(prompt.id for prompt in application.catalogue.understanding)

    def _make_form(self) -> SchemaForm:
        self._shown = self._asked()
        subject = FormSubject(
            self, self.session.application.cycle.where.file or cycle_file(self.session.cycle)
        )
        prompts = [
            PromptField(prompt, ("understanding", prompt.id), subject)
            for prompt in self.session.application.catalogue.understanding
        ]
        heading = SectionHeading(f"Einstellungen der Runde {self.session.cycle}", markup=False)
        return SchemaForm(subject, leave_out={"understanding"}, head=[*prompts, heading])
