"""The field for a text that the catalogue asks for, with its question and help for writing it."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from tea_assistant.model.action_field import Prompt
from tea_assistant.model.source import Path
from tea_assistant.services.forms.plan import Control, FieldPlan
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.foldable import Foldable
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.prose_field import ProseField


class PromptField(ProseField):
    """Edits the answer to a prompt."""

    DEFAULT_CSS = """
    PromptField {
        & .prompt-field--question { height: auto; margin-bottom: 1; }
        & Foldable { margin-bottom: 1; }
    }
    """

    def __init__(self, prompt: Prompt, path: Path, subject: FormSubject) -> None:
        node = {"title": prompt.title, "description": prompt.question}
        super().__init__(FieldPlan(path, Control.PROSE, node, prompt.required), subject)
        self._prompt = prompt
        self._guidance = Foldable("Hilfe zum Schreiben")

    @property
    def hint(self) -> str:
        """What can be put into the text; the question stands above it."""
        return "Absätze trennt eine Leerzeile. {{ setzt eine Kennzahl ein, [[ den Titel einer Maßnahme."

    def controls(self) -> Iterable[Widget]:
        """Put question and help above the editor."""
        yield Static(plain(self._prompt.question, lines=True), classes="prompt-field--question")
        yield self._guidance
        yield self.editor

    def on_mount(self) -> None:
        """Fill in the help; where the catalogue has none, there is nothing to unfold."""
        official = "" if self._prompt.official else "\nDer Wortlaut der Frage ist erschlossen, nicht amtlich."
        text = f"{self._prompt.guidance.strip()}{official}".strip()
        self._guidance.show(plain(text, lines=True))

    def show_place(self, rest: Path) -> None:
        """Put the cursor into the text, past the help."""
        del rest
        self.editor.focus(scroll_visible=False)
