"""An action field: its activities, what is said to them, and the measures behind."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Static

from tea_assistant.errors import EditError
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.layout import evidence_file, role_of
from tea_assistant.model.source import Path
from tea_assistant.tui.field_entries import NEW, FieldEntry, entries
from tea_assistant.tui.field_tasks import FieldTasks
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.page_words import longest_note, part_note
from tea_assistant.tui.widgets.criterion_list import CriterionList
from tea_assistant.tui.widgets.decision_bar import DecisionBar
from tea_assistant.tui.widgets.entry_detail import EntryDetail
from tea_assistant.tui.widgets.field_head import FieldHead
from tea_assistant.tui.widgets.foldable import Foldable
from tea_assistant.tui.widgets.form_notice import FormNotice
from tea_assistant.tui.widgets.linked_evidence import LinkedEvidence
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.prose_preview import ProsePreview

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_WIDE = 100
"""Columns from which on there is room for the preview."""
_HIGH = 34
"""Lines from which on there is room for the hints too."""


class ActionFieldScreen(Page):
    """Shows what an action field asks for on the left, and the entry at hand on the right."""

    CSS_PATH = "action_field.tcss"
    HEADING = "Aktionsfeld"
    PANES: ClassVar[Mapping[str, int]] = {"entries": 0}
    HELP_TEXT = """
Links stehen der Einstieg, die Aktivitäten und der Abschluss, rechts schreiben Sie.

- **Trifft zu / trifft nicht zu**: Entscheiden Sie jede Aktivität. Was nicht zutrifft, braucht einen Grund.
  Dort gelten auch die Tasten J, N und O.
- **Text**: Schreiben Sie einfach los. `{{` setzt eine Kennzahl ein, `[[` den Titel einer Maßnahme
  (`[[kurzname|eigene Wörter]]` diese Wörter: „in der [[kurzname|Werkstatt]]“).
- **Übernommene Texte** aus der letzten Runde gelten erst, wenn Sie sie ändern oder mit **Strg+B** bestätigen.
- **Maßnahmen**: Jede Maßnahme wird einmal beschrieben und darf zu vielen Aktivitäten gehören.

Oben steht, wie viele Seiten das Aktionsfeld im PDF füllt, und sein Richtwert (▲: darüber).

✓ heißt fertig, ◐ begonnen, ○ offen, – trifft nicht zu. Esc führt aus dem Text in die Liste.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("field_next", "ctrl+down", "next_entry(1)", "Weiter", "Zeigt die nächste Aktivität."),
        Command("field_previous", "ctrl+up", "next_entry(-1)", "Zurück", "Zeigt die vorige Aktivität."),
        Command("field_pane", "f6", "switch_pane", "Liste / Text", "Wechselt zwischen Liste und Text."),
        Command("field_preview", "f7", "preview", "Vorschau", "Zeigt, wie der Text sich liest, oder nicht."),
        Command(
            "field_confirm",
            "ctrl+b",
            "confirm",
            "Gilt noch",
            "Bestätigt einen übernommenen Text.",
            in_footer=True,
        ),
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
        self._tasks = FieldTasks(self, field_id)
        self._entries: dict[str, FieldEntry] = {}
        self._shown = ""
        """Key of the entry on the right."""
        self._wants_preview: bool | None = None
        """What the user asked for; None while the width decides."""

    def compose(self) -> ComposeResult:
        """Put the list beside the entry at hand."""
        yield FieldHead(id="field-head")
        yield FormNotice()
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
        """The value that has the focus; from the list, what comes before the entry that it shows."""
        entry, file = self._entry, self._tasks.edits.file
        if entry is None:
            return file, ()
        if self.focused is self._list:
            keys = list(self._entries)
            at = keys.index(entry.key)
            return file, self._entries[keys[at - 1]].last_path if at else ()
        return file, self._detail.place_of(self.focused, entry)

    @property
    def _detail(self) -> EntryDetail:
        return self.query_one(EntryDetail)

    @property
    def _list(self) -> CriterionList:
        return self.query_one(CriterionList)

    @property
    def _entry(self) -> FieldEntry | None:
        return self._entries.get(self._shown)

    def show_session(self) -> None:
        """Show what the dossier says to the field now, at the same entry as before."""
        field = self.field
        self.set_class(field is None, "-without-field")
        if field is None:
            return
        self._entries = {entry.key: entry for entry in entries(self.session.application, field)}
        progress = self.session.completeness.part(field.id)
        self.query_one(FieldHead).show(field, progress.share if progress else None)
        self._show_folds()
        self._list.show_entries(list(self._entries.values()), at=self._shown or None)
        refusal = self._refusal
        self.query_one(FormNotice).show(refusal, ())
        self._detail.allow(edits=refusal is None and not self.session.read_only)
        self._show_entry(self._list.key or "")

    @property
    def _refusal(self) -> EditError | None:
        """Why the file of the field cannot be edited, where that is about the file itself."""
        file = self._tasks.edits.file
        if self.session.read_only or any(conflict.file == file for conflict in self.session.conflicts):
            return None
        return self.session.refusal(file)

    def show_pages(self) -> None:
        """Show how long the field is in the document."""
        application = self.session.application
        head = self.query_one(FieldHead)
        head.show_pages(part_note(application, self.field_id), longest_note(application, self.field_id))

    def _show_entry(self, key: str) -> None:
        other = key != self._shown
        if other:
            self.commit()
        self._shown = key
        if entry := self._entry:
            self._detail.show(entry, self.session.application, other=other)
            self._detail.remarks.show(self.session.application, self._tasks.edits.file, entry.path)
            # To draw a text takes longer than to type a letter of it.
            self._show_preview(pause=0 if other else ProsePreview.PAUSE)
        self.refresh_bindings()

    def _show_preview(self, *, pause: float = 0) -> None:
        wanted = self._is_wide if self._wants_preview is None else self._wants_preview
        self._detail.show_preview(wanted=wanted, pause=pause)

    @property
    def _is_wide(self) -> bool:
        # The class of the same name comes only after the first drawing.
        return self.app.size.width >= _WIDE

    def on_resize(self) -> None:
        """Show the hints and the preview where there is room for them."""
        self._show_folds()
        self._show_preview()

    def _show_folds(self) -> None:
        unfolded = cast("TeaApp", self.app).unfolded
        self._detail.guidance.fold(
            unfolded=unfolded.get("entry-guidance", self._is_wide and self.app.size.height >= _HIGH)
        )
        self.query_one(FieldHead).guidance.fold(unfolded=unfolded.get("field-guidance", False))

    @on(Foldable.Folded)
    def _folded(self, event: Foldable.Folded) -> None:
        event.stop()
        cast("TeaApp", self.app).unfolded[event.foldable.id or ""] = event.unfolded

    def show_place(self, path: Path) -> None:
        """Select the entry of a value and put the focus on it."""
        real = (entry for entry in self._entries.values() if entry.key != NEW)
        entry = next((entry for entry in real if path[: len(entry.path)] == entry.path), None)
        if entry is None:
            self._list.focus()
            return
        self._list.move_to(entry.key)
        self._show_entry(entry.key)
        self._detail.focus_part(self._entries[entry.key], path[len(entry.path) :])

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
            self._add_own()
        elif entry := self._entry:
            self._detail.focus_answer(entry)

    def action_next_entry(self, by: int) -> None:
        """Show the entry after or before, with the focus on the same side."""
        in_text = self.focused is not None and self._detail in self.focused.ancestors
        self._list.action_move(by)
        self._show_entry(self._list.key or "")
        if in_text and self._entry:
            self._detail.focus_answer(self._entry)

    def action_switch_pane(self) -> None:
        """Go from the list to the entry, or back."""
        if self.focused is self._list and self._entry:
            self._detail.focus_answer(self._entry)
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
        self.call_after_refresh(self._detail.writing.scroll_visible, animate=False)

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
            self._tasks.store(lambda: self._tasks.edits.write_text(entry, text))
        if (reason := self._detail.reason.commit()) is not None:
            self._tasks.store(lambda: self._tasks.edits.write_reason(entry, reason))

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
        self.commit()
        entry, tasks = self._entry, self._tasks
        if entry and tasks.attempt(lambda: tasks.edits.decide(entry, applies=event.applies)):
            self.show_session()
            if event.applies is not None and self._entry:
                self._detail.focus_answer(self._entry)

    @on(LinkedEvidence.Asked)
    def _asked(self, event: LinkedEvidence.Asked) -> None:
        event.stop()
        entry = self._entry
        match event.what:
            case "add":
                self.action_link()
            case "new":
                self.action_create()
            case "remove" if entry:
                self._tasks.attempt(lambda: self._tasks.edits.unlink(entry, event.evidence))
            case "open" if event.evidence in self.session.dossier.evidence:
                self.go(evidence_file(event.evidence))

    def action_confirm(self) -> None:
        """Say that the text at hand, carried over from the last round, still holds."""
        self.commit()
        entry, tasks = self._entry, self._tasks
        if entry and entry.carried:
            tasks.attempt(lambda: tasks.edits.confirm(entry))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only a text that was carried over be confirmed."""
        if action == "confirm":
            return self._entry is not None and bool(self._entry.carried) and not self.session.read_only
        return super().check_action(action, parameters)

    def action_link(self) -> None:
        """Let the user choose a measure for the entry at hand."""
        if entry := self._linkable():
            self._tasks.link(entry)

    def action_create(self) -> None:
        """Make a new measure, linked to the entry at hand."""
        if entry := self._linkable():
            self._tasks.create(entry)

    def _linkable(self) -> FieldEntry | None:
        self.commit()
        entry = self._entry
        if entry and entry.has_evidence and entry.applies is not False:
            return entry
        self.notify("Maßnahmen gehören zu einer Aktivität, die zutrifft.", markup=False)
        return None

    @on(Button.Pressed, "#add-own")
    def _add_own(self) -> None:
        self._tasks.add_own(self._show_own)

    def _show_own(self, own_id: str) -> None:
        self.show_session()
        self.show_place(self._entries[f"own/{own_id}"].path)

    @on(Button.Pressed, "#rename-own")
    def _rename_own(self) -> None:
        if entry := self._entry:
            self._tasks.rename_own(entry)

    @on(Button.Pressed, "#remove-own")
    def _remove_own(self) -> None:
        if entry := self._entry:
            self._tasks.remove_own(entry)
