"""The edits of one action field, for the activities of the catalogue and for those of one's own alike."""

from collections.abc import Sequence

from tea_assistant.model.layout import field_file
from tea_assistant.model.source import Path, dotted
from tea_assistant.services import edits
from tea_assistant.services.carried_texts import confirmation
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change
from tea_assistant.tui.field_entries import EntryKind, FieldEntry


class FieldEdits:
    """Changes what a round says to an action field; raises `TeaError` where that cannot be done."""

    def __init__(self, session: Session, field: str) -> None:
        self._session = session
        self._field = field

    @property
    def file(self) -> str:
        """The file of the field in the round at hand."""
        return field_file(self._session.cycle, self._field)

    def write_text(self, entry: FieldEntry, text: str) -> None:
        """Store the text of an entry; who describes an activity says that it applies."""
        changes = [Change(entry.text_path, text or REMOVE)]
        if text and entry.applies is None:
            changes.insert(0, Change((*entry.path, "applies"), value=True))
        self._type(entry.text_path, changes, f"Text zu „{entry.title}“")

    def write_reason(self, entry: FieldEntry, text: str) -> None:
        """Store why an activity does not apply."""
        path = (*entry.path, "because")
        self._type(path, [Change(path, text.strip() or REMOVE)], f"Grund zu „{entry.title}“")

    def confirm(self, entry: FieldEntry) -> None:
        """Say that the texts of an entry still hold as they were carried over."""
        label = f"Text zu „{entry.title}“ bestätigen"
        with self._session.together():
            for text in entry.carried:
                changes = confirmation(self.file, self._session.value(self.file), text)
                self._session.edit(self.file, changes, label)

    def decide(self, entry: FieldEntry, *, applies: bool | None) -> None:
        """Say whether an activity applies."""
        edits.decide(self._session, self._field, entry.key, applies=applies)

    def link(self, entry: FieldEntry, evidence: str) -> None:
        """Link a measure to an entry."""
        if entry.kind is EntryKind.CRITERION:
            edits.link(self._session, self._field, entry.key, evidence)
        elif evidence not in entry.evidence:
            self._set_evidence(entry, [*entry.evidence, evidence], "Maßnahme verknüpfen")

    def unlink(self, entry: FieldEntry, evidence: str) -> None:
        """Take a measure off an entry; the measure itself stays."""
        if entry.kind is EntryKind.CRITERION:
            edits.unlink(self._session, self._field, entry.key, evidence)
        else:
            left = [linked for linked in entry.evidence if linked != evidence]
            self._set_evidence(entry, left, "Verknüpfung lösen")

    def create_evidence(self, entry: FieldEntry, title: str) -> str:
        """Make a new measure, linked to an entry; return its id."""
        if entry.kind is EntryKind.CRITERION:
            return edits.new_evidence(self._session, title, field=self._field, criterion=entry.key)
        evidence = edits.new_evidence(self._session, title, field=self._field)
        self.link(entry, evidence)
        return evidence

    def add_own(self, title: str) -> str:
        """Add an activity of the organisation's own; return its id."""
        return edits.add_own(self._session, self._field, title)

    def rename_own(self, entry: FieldEntry, title: str) -> None:
        """Give an activity of the organisation's own another title; its id stays."""
        self._session.edit(self.file, [Change((*entry.path, "title"), title)], "Aktivität umbenennen")

    def remove_own(self, entry: FieldEntry) -> None:
        """Take away an activity of the organisation's own with its text; the measures stay."""
        own = self._session.application.answer(self._field).own_criteria
        path: Path = entry.path if len(own) > 1 else ("own_criteria",)
        self._session.edit(self.file, [Change(path, REMOVE)], f"Aktivität „{entry.title}“ entfernen")

    def _set_evidence(self, entry: FieldEntry, evidence: Sequence[str], label: str) -> None:
        change = Change((*entry.path, "evidence"), list(evidence) or REMOVE)
        self._session.edit(self.file, [change], label)

    def _type(self, path: Path, changes: Sequence[Change], label: str) -> None:
        self._session.edit(self.file, changes, label, merge_key=f"{self.file}:{dotted(path)}")
