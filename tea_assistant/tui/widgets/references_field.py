"""The field for several other things of the dossier, in an order that matters."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget

from tea_assistant.model.source import Path
from tea_assistant.services.forms.choices import Choice, referable, title_of
from tea_assistant.services.forms.plan import FieldPlan
from tea_assistant.services.forms.values import text_of
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.dialog import ask_above
from tea_assistant.tui.widgets.entry_list import EntryList
from tea_assistant.tui.widgets.form_field import FormField
from tea_assistant.tui.widgets.form_subject import FormSubject


class ReferencesField(FormField):
    """Edits a list of references, shown by their titles."""

    KEYS: ClassVar[str] = "n: hinzufügen · Entf: entfernen · Umschalt+↑↓: verschieben"

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(plan, subject)
        self.entries = EntryList(
            self._draw, "noch nichts gewählt", [("+ hinzufügen", "add"), ("− entfernen", "remove")]
        )
        self._titles: list[str] = []

    def controls(self) -> Iterable[Widget]:
        """Return the list."""
        yield self.entries

    @property
    def _choices(self) -> list[Choice]:
        return referable(self.subject.application, self.plan.node["items"]["x-refers-to"])

    @property
    def _chosen(self) -> list[str]:
        value = self.value
        items = value if isinstance(value, list) else [] if value is None else [value]
        return [text_of(item) for item in items]

    def load(self, *, other: bool = False) -> None:
        """Show the titles of what is chosen."""
        del other
        choices = self._choices
        self._titles = [title_of(choices, chosen) for chosen in self._chosen]
        self.entries.show(len(self._titles))

    def enable(self, enabled: bool) -> None:
        """Let entries be added and removed, or only read."""
        self.entries.set_locked(locked=not enabled)

    def show_place(self, rest: Path) -> None:
        """Put the focus on the list, at the entry that `rest` names."""
        self.entries.pick_list.focus(scroll_visible=False)
        if rest:
            self.entries.pick_list.move_to(str(rest[0]))

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        del width
        return [plain(self._titles[int(key)])]

    @on(EntryList.Asked)
    def _asked(self, event: EntryList.Asked) -> None:
        event.stop()
        if event.what == "remove":
            chosen = self._chosen
            del chosen[event.index]
            self._store(chosen)
        elif event.what == "add":
            left = [choice for choice in self._choices if choice.value not in self._chosen]
            ask_above(self, Chooser(self.plan.title, left), self._add)

    def _add(self, choice: Choice | None) -> None:
        if choice is not None:
            self._store([*self._chosen, choice.value])

    @on(EntryList.Moved)
    def _moved(self, event: EntryList.Moved) -> None:
        event.stop()
        chosen = self._chosen
        chosen[event.index], chosen[event.to] = chosen[event.to], chosen[event.index]
        self._store(chosen)

    def _store(self, chosen: list[str]) -> None:
        self.subject.set(self.plan.path, chosen or None, self.plan.title)
