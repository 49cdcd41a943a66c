"""What can be done to an entry of an action field and asks something first."""

from collections.abc import Callable

from tea_assistant.errors import TeaError
from tea_assistant.tui.field_edits import FieldEdits
from tea_assistant.tui.field_entries import FieldEntry
from tea_assistant.tui.page import Page
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.evidence_chooser import EvidenceChoice, EvidenceChooser, candidates


class FieldTasks:
    """Asks the user in a dialog over the page and then makes the edit; what fails is told."""

    def __init__(self, page: Page, field: str) -> None:
        self._page = page
        self._field = field
        self._refused = ""
        """What was said last about typing that could not be stored."""

    @property
    def edits(self) -> FieldEdits:
        """The edits of the field in the round at hand."""
        return FieldEdits(self._page.session, self._field)

    def attempt(self, change: Callable[[], object]) -> bool:
        """Make an edit; return whether it could be made."""
        try:
            change()
        except TeaError as error:
            self._page.tell(error)
            return False
        return True

    def store(self, change: Callable[[], object]) -> None:
        """Store typing; where that fails, it is told once and not after every word."""
        try:
            change()
        except TeaError as error:
            if str(error) != self._refused:
                self._refused = str(error)
                self._page.tell(error)
        else:
            self._refused = ""

    def link(self, entry: FieldEntry) -> None:
        """Let the user choose the measure to link, or begin a new one."""

        def take(choice: EvidenceChoice | None) -> None:
            if choice and choice.evidence:
                self.attempt(lambda: self.edits.link(entry, choice.evidence))
            elif choice and choice.new_title:
                self.attempt(lambda: self.edits.create_evidence(entry, choice.new_title))
            elif choice:
                self.create(entry)

        found = candidates(self._page.session.application, self._field, entry.key, entry.evidence)
        self._page.ask(EvidenceChooser(f"Maßnahme für „{entry.title}“", found), take)

    def create(self, entry: FieldEntry) -> None:
        """Ask for the title of a new measure and link it."""

        def take(title: str | None) -> None:
            if title:
                self.attempt(lambda: self.edits.create_evidence(entry, title))

        question = f"Wie heißt die neue Maßnahme für „{entry.title}“?"
        self._page.ask(AskText("Neue Maßnahme", question, "Anlegen"), take)

    def add_own(self, added: Callable[[str], None]) -> None:
        """Ask for the title of an activity of one's own; `added` is told its id."""

        def take(title: str | None) -> None:
            if title:
                self.attempt(lambda: added(self.edits.add_own(title)))

        self._page.ask(AskText("Eigene Aktivität", "Wie heißt die Aktivität?", "Anlegen"), take)

    def rename_own(self, entry: FieldEntry) -> None:
        """Ask for another title of an activity of one's own."""

        def take(title: str | None) -> None:
            if title:
                self.attempt(lambda: self.edits.rename_own(entry, title))

        question = f"Wie soll „{entry.title}“ heißen?"
        self._page.ask(AskText("Umbenennen", question, "Umbenennen"), take)

    def remove_own(self, entry: FieldEntry) -> None:
        """Take an activity of one's own away once the user is sure."""

        def take(sure: bool | None) -> None:
            if sure:
                self.attempt(lambda: self.edits.remove_own(entry))

        question = f"„{entry.title}“ mit dem Text entfernen?\nDie Maßnahmen bleiben. Strg+Z nimmt es zurück."
        self._page.ask(AskFirst("Aktivität entfernen", question, "Entfernen"), take)
