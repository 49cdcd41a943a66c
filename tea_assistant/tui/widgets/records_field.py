"""The field for a list of records, such as the proofs of a measure: a small table, edited in a box."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any, ClassVar

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tea_assistant.errors import TeaError
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Path
from tea_assistant.services.edits import attach
from tea_assistant.services.forms.plan import FieldPlan
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import ask_above
from tea_assistant.tui.widgets.entry_list import EntryList
from tea_assistant.tui.widgets.file_picker import FilePicker
from tea_assistant.tui.widgets.form_field import FormField, signed
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.record_columns import columns_of
from tea_assistant.tui.widgets.table_columns import Column, fitted, row, widths_of

ColumnsOf = Callable[[Mapping[str, Any], Sequence[object], Application], tuple[Column, ...]]


class RecordsField(FormField):
    """Edits a list of records."""

    DEFAULT_CSS = """
    RecordsField { max-width: 100%; }
    """
    WIDE = True
    KEYS: ClassVar[str] = "n: neu · Enter: öffnen · Entf: entfernen · Umschalt+↑↓: verschieben"

    class Opened(Message):
        """The user wants to see a record; the path may lead on to a value in it."""

        def __init__(self, field: "RecordsField", index: int, rest: Path = ()) -> None:
            super().__init__()
            self.field = field
            self.index = index
            self.rest = rest

    def __init__(self, plan: FieldPlan, subject: FormSubject, columns: ColumnsOf = columns_of) -> None:
        super().__init__(plan, subject)
        self._columns_of = columns
        self._columns: tuple[Column, ...] = ()
        self._cells: list[list[Content]] = []
        self._widths: list[int] = []
        self._wrong: dict[int, Severity] = {}
        properties = self.item.get("properties", {})
        actions = [(f"+ {self.item.get('title', 'Eintrag')}", "add")]
        if "sha256" in properties:
            actions = [("+ Datei anhängen", "attach"), ("+ Link", "link"), ("+ ohne Datei", "add")]
        self.entries = EntryList(self._draw, "noch nichts eingetragen", [*actions, ("− entfernen", "remove")])

    @property
    def item(self) -> Mapping[str, Any]:
        """What the schema says of one record."""
        node: Mapping[str, Any] = self.plan.node.get("items", {})
        return node

    def controls(self) -> Iterable[Widget]:
        """Return the table."""
        yield self.entries

    def load(self, *, other: bool = False) -> None:
        """Show the records."""
        del other
        records = self.subject.items(self.plan.path)
        self._columns = self._columns_of(self.item, records, self.subject.application)
        self._cells = [[plain(column.text(record)) for column in self._columns] for record in records]
        self._widths = widths_of(self._cells, self._columns)
        self._show_header()
        self.entries.show(len(records))

    def enable(self, enabled: bool) -> None:
        """Let records be added and removed, or only read."""
        self.entries.set_locked(locked=not enabled)

    def show_findings(self, *, other: bool = False) -> None:
        """Mark the records in which something is wrong, too."""
        super().show_findings(other=other)
        # The heaviest comes first, and stays.
        self._wrong = {}
        for finding in super().findings():
            if (at := self._record_of(finding)) is not None:
                self._wrong.setdefault(at, finding.severity)
        self.entries.pick_list.refresh()

    def findings(self) -> list[Finding]:
        """Return what concerns the list as a whole, and the record under the cursor."""
        at = self.entries.index
        return [f for f in super().findings() if self._record_of(f) in (None, at)]

    def _record_of(self, finding: Finding) -> int | None:
        rest = finding.path[len(self.plan.path) :]
        inside = self.covers(finding.path) and rest
        return rest[0] if inside and isinstance(rest[0], int) else None

    def finding_text(self, finding: Finding) -> str:
        """Say which record it is about."""
        text = super().finding_text(finding)
        at = self._record_of(finding)
        return text if at is None else f"{self.item.get('title', 'Eintrag')} {at + 1}: {text}"

    def show_place(self, rest: Path) -> None:
        """Put the focus on the table; where `rest` leads into a record, open it."""
        self.entries.pick_list.focus(scroll_visible=False)
        if rest and isinstance(rest[0], int):
            self.entries.pick_list.move_to(str(rest[0]))
            if len(rest) > 1:
                self.post_message(self.Opened(self, rest[0], rest[1:]))

    def on_resize(self, event: events.Resize) -> None:
        """Fit the heading to the new width."""
        del event
        self._show_header()

    def _show_header(self) -> None:
        widths = fitted(self._widths, self.entries.pick_list.scrollable_content_region.width - 2)
        titles = [plain(column.title) for column in self._columns]
        # As far in as the signs of the rows are wide.
        self.entries.show_header(f"  {row(titles, widths, self._columns).plain}" if self._cells else "")

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        at = int(key)
        sign = signed(self._wrong[at]) if at in self._wrong else plain("  ")
        return [sign + row(self._cells[at], fitted(self._widths, width - 2), self._columns)]

    @on(EntryList.Reached)
    def _reached(self, event: EntryList.Reached) -> None:
        event.stop()
        super().show_findings()

    @on(EntryList.Asked)
    def _asked(self, event: EntryList.Asked) -> None:
        event.stop()
        match event.what:
            case "open":
                self.post_message(self.Opened(self, event.index))
            case "add":
                self.add()
            case "link":
                self.add(("url",))
            case "attach":
                self.attach()
            case "remove":
                self.remove_record(event.index)

    def add(self, rest: Path = ()) -> None:
        """Open a record that is not there yet; it comes into being with the first value."""
        self.post_message(self.Opened(self, len(self.subject.items(self.plan.path)), rest))

    def remove_record(self, index: int) -> None:
        """Take a record away; undo brings it back."""
        name = self.item.get("title", "Eintrag")
        self.subject.remove_item(self.plan.path, index, f"{name} entfernen")

    def attach(self) -> None:
        """Let the user pick a file, copy it into the dossier, and add it as a record."""
        if refusal := self.subject.refusal:
            self.subject.page.tell(refusal)
            return
        ask_above(self, FilePicker("Datei anhängen"), self._attach_file)

    def _attach_file(self, source: FilePath | None) -> None:
        if source is None:
            return
        try:
            proof = attach(self.subject.page.session, source)
        except TeaError as error:
            self.subject.page.tell(error)
            return
        index = self.subject.append(self.plan.path, proof, "Datei anhängen")
        if index < len(self.subject.items(self.plan.path)):
            self.post_message(self.Opened(self, index))

    @on(EntryList.Moved)
    def _moved(self, event: EntryList.Moved) -> None:
        event.stop()
        self.subject.swap(self.plan.path, event.index, event.to, f"{self.plan.title} ordnen")
