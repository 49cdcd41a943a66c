"""A form made from a schema, bound to one file of the dossier."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Path
from tea_assistant.services.forms.plan import Control, fields_of
from tea_assistant.store.schema import Schema
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.choice_field import ChoiceField
from tea_assistant.tui.widgets.form_field import FormField
from tea_assistant.tui.widgets.form_heading import FormHeading
from tea_assistant.tui.widgets.form_notice import FormNotice
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.line_field import LineField
from tea_assistant.tui.widgets.prose_field import ProseField
from tea_assistant.tui.widgets.record_dialog import RecordDialog
from tea_assistant.tui.widgets.records_field import ColumnsOf, RecordsField
from tea_assistant.tui.widgets.references_field import ReferencesField
from tea_assistant.tui.widgets.round_history import RoundHistory
from tea_assistant.tui.widgets.text_field import TextField

_FIELDS: Mapping[Control, type[FormField]] = {
    Control.LINE: LineField,
    Control.NUMBER: LineField,
    Control.DATE: LineField,
    Control.CELL: LineField,
    Control.TEXT: TextField,
    Control.LINES: TextField,
    Control.PROSE: ProseField,
    Control.CHOICE: ChoiceField,
    Control.SWITCH: ChoiceField,
    Control.REFERENCE: ChoiceField,
    Control.REFERENCES: ReferencesField,
}
_NARROW = 62
"""Below this width the labels stand above their fields."""


class SchemaForm(Vertical):
    """Edits the values of a file, or of one object in it; it holds no values but what is being typed."""

    DEFAULT_CSS = """
    SchemaForm {
        height: 1fr;
        & > .schema-form--fields { height: 1fr; padding: 1 1 0 1; }
        & > .schema-form--help {
            height: auto;
            min-height: 2;
            max-height: 3;
            padding: 0 1;
            color: $text-muted;
            background: $surface;
        }
        &.-narrow FormField { layout: vertical; }
        &.-narrow FormField > .form-field--label { width: 1fr; }
        &.-unreadable > .schema-form--fields, &.-unreadable > .schema-form--help { display: none; }
    }
    """
    HELP: ClassVar[str] = "Mit Tab geht es zum nächsten Feld. Jede Änderung wird sofort übernommen."

    def __init__(
        self,
        subject: FormSubject,
        *,
        node: Schema | None = None,
        path: Path = (),
        leave_out: Collection[str] = (),
        columns: Mapping[Path, ColumnsOf] | None = None,
        head: Sequence[Widget] = (),
        tail: Sequence[Widget] = (),
        patient: bool = False,
    ) -> None:
        super().__init__()
        self.subject = subject
        self.path = path
        self._node = subject.schema if node is None else node
        self._leave_out = leave_out
        self._columns = columns or {}
        self._head, self._tail = head, tail
        self._patient = patient
        self._cycle = subject.page.session.cycle
        self._was_there = False
        self._dialog: RecordDialog | None = None
        self._notice = FormNotice()
        self._area = VerticalScroll(classes="schema-form--fields", can_focus=False)
        self._help = Static(self.HELP, classes="schema-form--help", markup=False)

    def compose(self) -> ComposeResult:
        """Put the fields between the notice and the help."""
        yield self._notice
        with self._area:
            yield from self._head
            yield from self._widgets(self._node, self.path)
            yield from self._tail
        yield self._help

    def on_mount(self) -> None:
        """Show the values."""
        for field in self.fields:
            field.patient = self._patient
        self.show_session(other=True)

    @property
    def fields(self) -> list[FormField]:
        """The fields, in their order."""
        return list(self.query(FormField))

    @property
    def place(self) -> Path:
        """The value that the user is at; empty where the focus is in no field."""
        return next((f.plan.path for f in self.fields if f.has_focus_within), ())

    def field(self, path: Path) -> FormField | None:
        """Return the field of a value."""
        return next((field for field in self.fields if field.plan.path == path), None)

    def show_file(self, subject: FormSubject) -> None:
        """Show another file of the same kind; what was typed is stored in the one before."""
        if subject.file != self.subject.file:
            self.commit()
            self.subject = subject
            for widget in (*self.fields, *self.query(RoundHistory)):
                widget.subject = subject
            self._area.scroll_home(animate=False)
            self.show_session(other=True)

    def show_session(self, *, other: bool = False) -> None:
        """Show what the file says now; `other` where it is another one than before."""
        other = self._turn_to_round() or other
        self._was_there = self.subject.exists
        refusal = self.subject.refusal
        self.set_class(not self.subject.is_readable, "-unreadable")
        for field in self.fields:
            field.load(other=other)
            field.enable(refusal is None)
            field.show_findings(other=other)
        for history in self.query(RoundHistory):
            history.load()
        self._area.can_focus = refusal is not None
        self._notice.show(refusal, self._uncovered() if not self.path else [])
        if self._dialog is not None:
            self._dialog.form.show_session()

    def commit(self) -> None:
        """Store what is still being typed, also in the box above."""
        if self._was_there and not self.subject.exists:
            # A file that somebody has deleted must not come back with a single value in it.
            return
        if self._dialog is not None:
            self._dialog.form.commit()
        for field in self.fields:
            field.commit()

    def show_place(self, path: Path = ()) -> None:
        """Put the focus on the value at a path or on the nearest field; without a path, on the first one."""
        fields = self.fields if path else self.fields[:1]
        field = max(fields, key=lambda f: _shared(f.plan.path, path), default=None)
        if field is not None:
            inside = field.plan.path == path[: len(field.plan.path)]
            field.show_place(path[len(field.plan.path) :] if inside else ())
            self.call_after_refresh(self._bring_into_sight, field, 2)

    def _turn_to_round(self) -> bool:
        """Let the fields that hold values by round follow the session to another one."""
        cycle = self.subject.page.session.cycle
        if cycle == self._cycle:
            return False
        histories = list(self.query(RoundHistory))
        for history in histories:
            before = (*history.plan.path, self._cycle)
            for field in self.fields:
                if field.plan.path[: len(before)] == before:
                    path = (*history.plan.path, cycle, *field.plan.path[len(before) :])
                    field.plan = replace(field.plan, path=path)
            history.turn_to(cycle)
        self._cycle = cycle
        return bool(histories)

    def _bring_into_sight(self, field: FormField, times: int) -> None:
        # A form that has just been put on screen finds its heights in several rounds.
        field.scroll_visible(animate=False, immediate=True)
        if times > 1:
            self.call_after_refresh(self._bring_into_sight, field, times - 1)

    def _widgets(self, node: Schema, path: Path) -> Iterator[Widget]:
        for plan in fields_of(node, path, self._leave_out):
            match plan.control:
                case Control.GROUP:
                    yield FormHeading(plain(plan.title))
                    yield from self._inner(plan.node, plan.path)
                case Control.BY_ROUND:
                    inner = plan.node["additionalProperties"]
                    history = RoundHistory(plan, self.subject, self._cycle)
                    yield history.heading
                    yield from self._inner(inner, (*plan.path, self._cycle))
                    yield history
                case Control.RECORDS:
                    columns = self._columns.get(plan.path)
                    yield RecordsField(plan, self.subject, *([columns] if columns else []))
                case _:
                    yield _FIELDS[plan.control](plan, self.subject)

    def _inner(self, node: Schema, path: Path) -> Iterator[Widget]:
        for widget in self._widgets(node, path):
            widget.add_class("-inner")
            yield widget

    def _uncovered(self) -> list[Finding]:
        """Return the errors that no field shows: those of the whole file, and keys that have no field."""
        fields = self.fields if self.subject.is_readable else []
        missing = {finding for field in fields for finding in self.subject.missing(field.plan.path)}
        found = self.subject.findings(lambda path: not any(field.covers(path) for field in fields))
        return [f for f in found if f.severity is Severity.ERROR and f not in missing]

    @on(FormField.Entered)
    def _show_help(self, event: FormField.Entered) -> None:
        event.stop()
        keys = f"\n{event.field.KEYS}" if event.field.KEYS else ""
        self._help.update(plain(event.field.hint + keys, lines=True))

    @on(RecordsField.Opened)
    def _open_record(self, event: RecordsField.Opened) -> None:
        event.stop()
        if self.app.screen is not self.screen:
            # A key that was pressed twice opens one box.
            return
        field = event.field
        path = (*field.plan.path, event.index)
        form = SchemaForm(field.subject, node=field.item, path=path)
        title = f"{field.item.get('title', 'Eintrag')} {event.index + 1}"
        self._dialog = RecordDialog(title, form, (*path, *event.rest))
        self.app.push_screen(self._dialog, lambda remove: self._record_closed(field, event.index, remove))

    def _record_closed(self, field: RecordsField, index: int, remove: bool | None) -> None:
        self._dialog = None
        items = self.subject.items(field.plan.path)
        if index < len(items) and (remove or items[index] == {}):
            field.remove_record(index)
        else:
            field.load()
            field.show_place((index,))

    def on_resize(self, event: Resize) -> None:
        """Put the labels above the fields where there is no room beside them."""
        self.set_class(event.size.width < _NARROW, "-narrow")


def _shared(one: Path, other: Path) -> tuple[int, int]:
    """Tell how much two paths have in common; of equals, the shorter one is nearer."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length, -len(one)
