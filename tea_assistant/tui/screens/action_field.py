"""An action field: its activities, what is said to them, and the measures behind."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.errors import TeaError
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.layout import evidence_file, role_of
from tea_assistant.model.source import Path
from tea_assistant.tui.field_edits import FieldEdits
from tea_assistant.tui.field_entries import NEW, EntryKind, FieldEntry, entries
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.criterion_list import CriterionList
from tea_assistant.tui.widgets.decision_bar import DecisionBar
from tea_assistant.tui.widgets.entry_detail import EntryDetail
from tea_assistant.tui.widgets.evidence_chooser import EvidenceChoice, EvidenceChooser, candidates
from tea_assistant.tui.widgets.foldable import Foldable
from tea_assistant.tui.widgets.linked_evidence import LinkedEvidence
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.progress import bar, percent
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.prose_preview import ProsePreview

_INFERRED = "Wortlaut erschlossen, nicht amtlich"


class ActionFieldScreen(Page):
    """Shows what an action field asks for on the left, and the entry at hand on the right."""

    CSS_PATH = "action_field.tcss"
    HEADING = "Aktionsfeld"
    HELP_TEXT = """
Links stehen der Einstieg, die Aktivitäten und der Abschluss, rechts schreiben Sie.

- **Trifft zu / trifft nicht zu**: Entscheiden Sie jede Aktivität. Was nicht zutrifft, braucht einen Grund.
- **Text**: Schreiben Sie einfach los. `{{` setzt eine Kennzahl ein, `[[` den Titel einer Maßnahme.
- **Maßnahmen**: Jede Maßnahme wird einmal beschrieben und darf zu vielen Aktivitäten gehören.

✓ heißt fertig, ◐ begonnen, ○ offen, – trifft nicht zu. Esc führt aus dem Text in die Liste.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("field_next", "ctrl+down", "next_entry(1)", "Weiter", "Zeigt die nächste Aktivität."),
        Command("field_previous", "ctrl+up", "next_entry(-1)", "Zurück", "Zeigt die vorige Aktivität."),
        Command("field_pane", "f6", "switch_pane", "Liste / Text", "Wechselt zwischen Liste und Text."),
        Command("field_preview", "f7", "preview", "Vorschau", "Zeigt, wie der Text sich liest, oder nicht."),
        Command("field_link", "ctrl+l", "link", "Verknüpfen", "Verknüpft eine Maßnahme.", in_footer=True),
        Command("field_new", "ctrl+n", "create", "Neue Maßnahme", "Legt eine Maßnahme an und verknüpft sie."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        # Where the terminal keeps Ctrl and arrows for itself.
        Binding("alt+down", "next_entry(1)", show=False),
        Binding("alt+up", "next_entry(-1)", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, field_id: str) -> None:
        super().__init__()
        self.field_id = field_id
        self._entries: dict[str, FieldEntry] = {}
        self._shown = ""
        """Key of the entry on the right."""
        self._wants_preview: bool | None = None
        """What the user asked for; None while the width decides."""

    def compose(self) -> ComposeResult:
        """Put the list beside the entry at hand."""
        yield Static(id="field-title", markup=False)
        with Horizontal(id="field-head"):
            yield Foldable("Worum es geht", id="field-guidance")
            yield Static(id="field-progress", markup=False)
        with Horizontal(id="field-body"):
            yield CriterionList(id="entries")
            yield EntryDetail(lambda: self.session.application, id="detail")
        yield Static("Dieses Aktionsfeld steht nicht im Katalog dieser Runde.", id="no-field")

    # What is shown

    @property
    def field(self) -> ActionField | None:
        """The action field; None where the catalogue of the round does not have it."""
        return self.session.application.catalogue.fields.get(self.field_id)

    @property
    def heading(self) -> str:
        """The short title of the field."""
        return self.field.label if self.field else self.field_id

    @property
    def place(self) -> tuple[str, Path]:
        """The value that has the focus."""
        entry = self._entry
        return self._edits.file, self._detail.place_of(self.focused, entry) if entry else ()

    @property
    def _detail(self) -> EntryDetail:
        return self.query_one(EntryDetail)

    @property
    def _list(self) -> CriterionList:
        return self.query_one(CriterionList)

    @property
    def _entry(self) -> FieldEntry | None:
        return self._entries.get(self._shown)

    @property
    def _edits(self) -> FieldEdits:
        return FieldEdits(self.session, self.field_id)

    def show_session(self) -> None:
        """Show what the dossier says to the field now, at the same entry as before."""
        field = self.field
        self.set_class(field is None, "-without-field")
        if field is None:
            return
        self._entries = {entry.key: entry for entry in entries(self.session.application, field)}
        self._show_head(field)
        self._list.show_entries(list(self._entries.values()), at=self._shown or None)
        self._detail.allow(edits=not self.session.read_only)
        self._show_entry(self._list.key or "")

    def _show_head(self, field: ActionField) -> None:
        self.query_one("#field-title", Static).update(plain(field.title))
        progress = self.session.completeness.part(field.id)
        if progress:
            drawn = Content.assemble((bar(progress.share, 10), "$primary"), f" {percent(progress.share)}")
            self.query_one("#field-progress", Static).update(drawn)
        heading = "Worum es geht" if field.official else f"Worum es geht · {_INFERRED}"
        self.query_one("#field-guidance", Foldable).show(plain(field.guidance), heading=heading)

    def _show_entry(self, key: str) -> None:
        other = key != self._shown
        if other:
            self.commit()
        self._shown = key
        if entry := self._entry:
            self._detail.show(entry, self.session.application, other=other)
            self._show_preview()

    def _show_preview(self) -> None:
        entry, preview = self._entry, self._detail.preview
        wanted = self.has_class("-wide") if self._wants_preview is None else self._wants_preview
        preview.display = wanted
        if wanted and entry and self._detail.writing.display:
            drawing = preview.show(self._detail.statement.text, self.session.application)
            self.run_worker(drawing)

    def on_resize(self) -> None:
        """Show the preview where there is room for it."""
        self._show_preview()

    def show_place(self, path: Path) -> None:
        """Select the entry of a value and put the focus on it."""
        real = (entry for entry in self._entries.values() if entry.key != NEW)
        entry = next((entry for entry in real if path[: len(entry.path)] == entry.path), None)
        if entry is None:
            self._list.focus()
            return
        self._list.move_to(entry.key)
        self._show_entry(entry.key)
        self._focus_part(path[len(entry.path) :])

    def _focus_part(self, rest: Path) -> None:
        entry, detail = self._entry, self._detail
        if entry is None:
            return
        match rest:
            case ("evidence", *_) if detail.linked.display:
                detail.linked.focus()
            case ("applies", *_) if entry.kind is EntryKind.CRITERION:
                detail.decision.focus()
            case _:
                self._focus_answer(entry)

    def _focus_answer(self, entry: FieldEntry) -> None:
        detail = self._detail
        if entry.kind is EntryKind.NEW:
            self.query_one("#add-own").focus()
        elif entry.applies is None:
            detail.decision.focus()
        elif entry.applies is False:
            detail.reason.focus()
        else:
            detail.statement.focus()

    # Moving about

    @on(PickList.Highlighted, "#entries")
    def _moved(self, event: PickList.Highlighted) -> None:
        event.stop()
        if event.key in self._entries:
            self._show_entry(event.key)

    @on(PickList.Chosen, "#entries")
    def _chosen(self, event: PickList.Chosen) -> None:
        event.stop()
        self._show_entry(event.key)
        if event.key == NEW:
            self._ask_own()
        elif entry := self._entry:
            self._focus_answer(entry)

    def action_next_entry(self, by: int) -> None:
        """Show the entry after or before, with the focus on the same side."""
        in_text = self.focused is not None and self._detail in self.focused.ancestors
        self._list.action_move(by)
        self._show_entry(self._list.key or "")
        if in_text and self._entry:
            self._focus_answer(self._entry)

    def action_switch_pane(self) -> None:
        """Go from the list to the entry, or back."""
        if self.focused is self._list and self._entry:
            self._focus_answer(self._entry)
        else:
            self._list.focus()

    async def action_leave(self) -> None:
        """Go from the entry to the list, and from there to the screen before."""
        if self.focused is not None and self.focused is not self._list:
            self._list.focus()
        else:
            await self.run_action("app.back")

    def action_preview(self) -> None:
        """Show or hide the preview."""
        self._wants_preview = not self._detail.preview.display
        self._show_preview()

    @on(ProsePreview.LinkChosen)
    def _link_chosen(self, event: ProsePreview.LinkChosen) -> None:
        event.stop()
        if role_of(event.target):
            self.go(event.target)

    # Editing

    def commit(self) -> None:
        """Store what is being typed."""
        entry = self._entry
        if entry is None:
            return
        if (text := self._detail.statement.commit()) is not None:
            self._try(lambda: self._edits.write_text(entry, text))
        if (reason := self._detail.reason.commit()) is not None:
            self._try(lambda: self._edits.write_reason(entry, reason))

    @on(ProseEditor.Edited)
    def _typed(self, event: ProseEditor.Edited) -> None:
        event.stop()
        self.commit()

    @on(ProseEditor.Left)
    def _left(self, event: ProseEditor.Left) -> None:
        event.stop()
        self.commit()
        self.session.seal()

    @on(DecisionBar.Decided)
    def _decided(self, event: DecisionBar.Decided) -> None:
        event.stop()
        entry = self._entry
        if entry is None:
            return
        self.commit()
        if self._try(lambda: self._edits.decide(entry, applies=event.applies)):
            self.show_session()
            if event.applies is not None and self._entry:
                self._focus_answer(self._entry)

    @on(LinkedEvidence.Asked)
    def _asked(self, event: LinkedEvidence.Asked) -> None:
        event.stop()
        entry = self._entry
        if event.what == "add":
            self.action_link()
        elif event.what == "new":
            self.action_create()
        elif event.what == "open":
            if event.evidence in self.session.dossier.evidence:
                self.go(evidence_file(event.evidence))
        elif entry:
            self._try(lambda: self._edits.unlink(entry, event.evidence))

    def action_link(self) -> None:
        """Let the user choose a measure for the entry at hand."""
        entry = self._linkable()
        if entry is None:
            return
        found = candidates(self.session.application, self.field_id, entry.key, entry.evidence)

        def take(choice: EvidenceChoice | None) -> None:
            if choice and choice.evidence:
                self._try(lambda: self._edits.link(entry, choice.evidence))
            elif choice and choice.new_title:
                self._try(lambda: self._edits.create_evidence(entry, choice.new_title))
            elif choice:
                self.action_create()

        self.app.push_screen(EvidenceChooser(entry.title, found), take)

    def action_create(self) -> None:
        """Ask for the title of a new measure and link it to the entry at hand."""
        entry = self._linkable()
        if entry is None:
            return

        def take(title: str | None) -> None:
            if title:
                self._try(lambda: self._edits.create_evidence(entry, title))

        question = f"Wie heißt die neue Maßnahme für „{entry.title}“?"
        self.app.push_screen(AskText("Neue Maßnahme", question, "Anlegen"), take)

    def _linkable(self) -> FieldEntry | None:
        self.commit()
        entry = self._entry
        if entry and entry.has_evidence and entry.applies is not False:
            return entry
        self.notify("Maßnahmen gehören zu einer Aktivität, die zutrifft.", markup=False)
        return None

    @on(Button.Pressed, "#add-own")
    def _ask_own(self) -> None:
        def take(title: str | None) -> None:
            added: list[str] = []
            if title and self._try(lambda: added.append(self._edits.add_own(title))):
                self.show_session()
                self.show_place(self._entries[f"own/{added[0]}"].path)

        question = "Wie heißt die Aktivität?"
        self.app.push_screen(AskText("Eigene Aktivität", question, "Anlegen"), take)

    @on(Button.Pressed, "#rename-own")
    def _ask_title(self) -> None:
        entry = self._entry

        def take(title: str | None) -> None:
            if entry and title:
                self._try(lambda: self._edits.rename_own(entry, title))

        if entry:
            question = f"Wie soll „{entry.title}“ heißen?"
            self.app.push_screen(AskText("Umbenennen", question, "Umbenennen"), take)

    @on(Button.Pressed, "#remove-own")
    def _ask_removal(self) -> None:
        entry = self._entry

        def take(sure: bool | None) -> None:
            if entry and sure:
                self._try(lambda: self._edits.remove_own(entry))

        if entry:
            question = (
                f"„{entry.title}“ mit dem Text entfernen?\nDie Maßnahmen bleiben. Strg+Z nimmt es zurück."
            )
            self.app.push_screen(AskFirst("Aktivität entfernen", question, "Entfernen"), take)

    def _try(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except TeaError as error:
            self.tell(error)
            return False
        return True
