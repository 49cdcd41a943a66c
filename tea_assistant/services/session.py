"""An open dossier: look at it as an application, edit it, undo, save, and notice what others change."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.checks.completeness import Completeness
from tea_assistant.checks.run import Report
from tea_assistant.document.theme import Theme
from tea_assistant.errors import EditError, TeaError
from tea_assistant.model.application import Application
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.layout import role_of
from tea_assistant.model.page_count import PageCount
from tea_assistant.model.unsaved import UnsavedFile
from tea_assistant.services.history import History, Step
from tea_assistant.services.outside_changes import Conflict, Joined, SaveOutcome
from tea_assistant.services.view import View, view_of
from tea_assistant.services.workspace import Workspace, editable_text
from tea_assistant.store import dossier_files, files, schema
from tea_assistant.store.parsed_file import ParsedFile
from tea_assistant.store.temporary_files import remove_stale_temporaries

if TYPE_CHECKING:
    from tea_assistant.store.yaml.writer import Change

_EMPTY_FILE = f"format: {schema.FORMAT}\n"


class Session:
    """An open dossier, seen through one of its rounds."""

    def __init__(
        self,
        root: Path,
        cycle: str | None = None,
        *,
        today: Callable[[], date] = date.today,
        told: Callable[[int, int], None] | None = None,
    ) -> None:
        self.root = root
        self.today = today
        self.read_only = not files.is_writable(root)
        self.reading = ""
        """Who has the dossier open, in German, where that is why it can only be read here."""
        self.review_file = ""
        """Where somebody reviews: the only file that may be changed meanwhile."""
        self.saved_at: datetime | None = None
        self.listeners: list[Callable[[], None]] = []
        """Called after every change of what the dossier says."""
        if not self.read_only:
            for folder in dossier_files.FOLDERS:
                remove_stale_temporaries(root / folder)
        self._workspace = Workspace(root, told)
        self._history = History()
        self._view: View | None = None
        self._pages: PageCount | None = None
        self.version = 0
        """Grows with every change of what the dossier says."""
        self.cycle = cycle or max(self.rounds, default=str(today().year))

    # What the dossier says

    @property
    def view(self) -> View:
        """All of the following at once, for those who must not see it change."""
        return self._derived()

    @property
    def dossier(self) -> Dossier:
        """All rounds, measures and figures."""
        return self.application.dossier

    @property
    def application(self) -> Application:
        """The round at hand, as an application to its catalogue."""
        return self._derived().application

    @property
    def report(self) -> Report:
        """What the checks find in the round at hand; asked for the first time after a change, they run."""
        return self._derived().report

    @property
    def completeness(self) -> Completeness:
        """How far each part of the round at hand is."""
        return self._derived().completeness

    @property
    def theme(self) -> Theme:
        """How the documents of this organisation look."""
        return self._derived().theme

    @property
    def rounds(self) -> tuple[str, ...]:
        """The rounds of the dossier, oldest first."""
        return self._workspace.rounds()

    @property
    def days_left(self) -> int | None:
        """Days until the deadline of the round, negative once it has passed; None where none is set."""
        try:
            deadline = date.fromisoformat(self.application.cycle.deadline)
        except ValueError:
            return None
        return (deadline - self.today()).days

    def text(self, file: str) -> str | None:
        """Return the YAML text of a file; None where there is none."""
        return self._workspace.text(file)

    def value(self, file: str) -> object:
        """Return the plain values of a file; None where there is none or it cannot be read."""
        parsed = self._workspace.files.get(file)
        return parsed.value if parsed else None

    @property
    def files(self) -> Mapping[str, ParsedFile]:
        """Every file as it reads now, with the places of its values."""
        return self._workspace.files

    def recent(self, count: int) -> list[tuple[str, datetime]]:
        """Return the files changed last on disk, newest first."""
        return self._workspace.recent(count)

    # Editing

    def edit(self, file: str, changes: "Sequence[Change]", label: str, *, merge_key: str = "") -> bool:
        """Change values of a file, creating it where needed; return whether anything changed.

        A text that was taken over from an earlier round counts as looked at once it is changed. Raises
        `EditError` where the dossier is read-only or the file cannot be edited safely.
        """
        from tea_assistant.services.carried_texts import released  # noqa: PLC0415 (most only look)
        from tea_assistant.store.yaml import writer as yaml_writer  # noqa: PLC0415 (as above)

        before = self._editable(file)
        changes = [*changes, *released(file, self.value(file), changes)]
        after = yaml_writer.apply(_EMPTY_FILE if before is None else before, changes)
        if after == before:
            return False
        self._do(Step(label, file, before, after, merge_key))
        return True

    def write(self, file: str, value: object, label: str) -> None:
        """Make a new file with these values; raises `EditError` where there is one already."""
        from tea_assistant.store.yaml import writer as yaml_writer  # noqa: PLC0415 (most only look)

        if self._editable(file) is not None:
            message = "Diese Datei gibt es schon."
            raise EditError(message, file=file)
        self._do(Step(label, file, None, yaml_writer.dump(value)))

    def delete(self, file: str, label: str) -> None:
        """Remove a file; it goes to the trash when the dossier is saved."""
        self.require_writable()
        before = self._workspace.text(file)
        if before is None:
            message = "Diese Datei kann nicht gelöscht werden."
            raise EditError(message, file=file)
        self._do(Step(label, file, before, None))

    def put_back(self, file: str, text: str | None, label: str) -> bool:
        """Give a file the text that it had before, None where it had none; return whether anything changed.

        Unlike an edit it may also mend a file that cannot be read. Raises `EditError` where the dossier is
        read-only or the file has a conflict.
        """
        before = self._writable(file)
        if text == before:
            return False
        self._do(Step(label, file, before, text))
        return True

    def refusal(self, file: str) -> EditError | None:
        """Return why a file cannot be edited now; None where it can."""
        try:
            self._editable(file)
        except EditError as error:
            return error
        return None

    def require_writable(self) -> None:
        """Raise `EditError` where the dossier can only be read."""
        if self.review_file:
            raise EditError(
                "Während der Prüfung lässt sich am Inhalt nichts ändern.",
                hint="Erst die Prüfung beenden: Strg+P, „Prüfung beenden“.",
            )
        if self.reading:
            raise EditError(
                f"{self.reading}. Hier ist sie nur zum Lesen geöffnet.",
                hint="Strg+S oder ein Klick auf „nur lesen“ übernimmt die Mappe.",
            )
        if self.read_only:
            message = "Diese Mappe ist schreibgeschützt und nur zum Lesen geöffnet."
            raise EditError(message, hint="Bitte die Zugriffsrechte des Ordners prüfen.")

    def read_because(self, reason: str) -> None:
        """Allow only reading from now on, or editing again where there is no reason any more."""
        self.reading = reason
        self._lock()

    def review_in(self, file: str) -> None:
        """Let nothing be changed from now on but one review; empty text allows all again."""
        self.review_file = file
        self._lock()

    def seal(self) -> None:
        """End the current typing: what is typed next can be undone on its own."""
        self._history.seal()

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty where nothing can be undone."""
        return self._history.undoable[-1].label if self._history.undoable else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty where nothing can be redone."""
        return self._history.redoable[-1].label if self._history.redoable else ""

    def undo(self) -> Step | None:
        """Take back the last step and return it; raises `EditError` where the file has changed since."""
        self._require_own(self._history.undoable)
        return self._turn([(step, step.before) for step in self._history.undo(self.text)])

    def redo(self) -> Step | None:
        """Do the last undone step again and return it; raises `EditError` as `undo` does."""
        self._require_own(self._history.redoable)
        return self._turn([(step, step.after) for step in self._history.redo(self.text)])

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make the edits inside one step to undo; where one of them is refused, none of them stays."""
        with self._history.group() as group:
            try:
                yield
            except TeaError:
                if self._history.undoable and self._history.undoable[-1].group == group:
                    self.undo()
                    self._history.redoable.clear()
                raise

    # Disk

    @property
    def dirty(self) -> frozenset[str]:
        """The files whose text is not on disk yet."""
        return self._workspace.dirty

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The files that were changed here and elsewhere."""
        return tuple(self._workspace.conflicts.values())

    def note_saved(self) -> None:
        """Note that something has just been written to disk, here or past this session."""
        self.saved_at = datetime.now().astimezone()

    def save(self) -> SaveOutcome:
        """Write all edits to disk, together with what was changed elsewhere; nothing is overwritten."""
        reviews = self.review_file and files.is_writable(self.root)
        if self.read_only and not (reviews and (not self.reading or self.dirty <= {self.review_file})):
            return SaveOutcome()
        outcome = self._workspace.save()
        if outcome.saved:
            self.note_saved()
        if outcome.conflicts or outcome.joined:
            self._changed()
        return outcome

    def poll(self) -> tuple[str, ...]:
        """Take in what others changed on disk, and return the files concerned."""
        changed = self._workspace.poll()
        if changed:
            self._changed()
        return changed

    def resolve(self, conflict: Conflict, text: str | None) -> None:
        """End a conflict with the text that is to stand; None deletes the file."""
        before = self._workspace.text(conflict.file)
        self._workspace.resolve(conflict, text)
        self._history.add(Step("Konflikt gelöst", conflict.file, before, text))
        self._changed()

    @property
    def unsaved(self) -> tuple[UnsavedFile, ...]:
        """The files whose text is not on disk yet, each with the text that it began with."""
        return self._workspace.unsaved()

    def take_back(self, kept: UnsavedFile, label: str) -> bool:
        """Give a file the text that an earlier window did not save; return whether anything changed.

        What the disk says by now is put together with it; where both contradict, the file becomes a
        conflict. Raises `EditError` as `put_back` does.
        """
        before = self._writable(kept.file)
        if before == kept.mine:
            return False
        if role_of(kept.file) is None:
            raise EditError("Diese Datei gehört in keine Mappe.", file=kept.file)
        self._workspace.take_back(kept)
        if kept.file not in self._workspace.conflicts:
            self._history.add(Step(label, kept.file, before, self._workspace.text(kept.file)))
        self._changed()
        return True

    def take_joined(self) -> tuple[Joined, ...]:
        """Return what came in from elsewhere without a conflict since this was asked last."""
        joined = tuple(self._workspace.joined)
        self._workspace.joined.clear()
        return joined

    def open_round(self, cycle: str) -> None:
        """Look at the dossier through another of its rounds."""
        self.cycle = cycle
        self._pages = None
        self._changed()

    def measured(self, pages: PageCount | None) -> None:
        """Take in how long the document is; the checks that ask for it look again.

        Until it is measured anew, the length of a moment ago holds.
        """
        view = self._derived()
        self._pages = pages
        self._view = view.measured(pages)
        # What nobody has looked at has not changed for anybody.
        if view.is_checked and self._view.report != view.report:
            self._tell()

    # Inside

    def _editable(self, file: str) -> str | None:
        self._writable(file)
        return editable_text(self._workspace.files, file)

    def _writable(self, file: str) -> str | None:
        # A review has one hand that writes it, so it may go on where another window has the dossier.
        if file != self.review_file or not files.is_writable(self.root):
            self.require_writable()
        if file in self._workspace.conflicts:
            message = "Diese Datei wurde auch außerhalb geändert. Bitte zuerst den Konflikt lösen."
            raise EditError(message, file=file)
        return self._workspace.text(file)

    def _lock(self) -> None:
        held = bool(self.reading or self.review_file)
        self.read_only = held or not files.is_writable(self.root)
        self._changed()

    def _require_own(self, steps: Sequence[Step]) -> None:
        if self.review_file and steps and steps[-1].file != self.review_file:
            self.require_writable()

    def _do(self, step: Step) -> None:
        self._workspace.put(step.file, step.after)
        self._history.add(step)
        self._changed()

    def _turn(self, texts: list[tuple[Step, str | None]]) -> Step | None:
        if not texts:
            return None
        for step, text in texts:
            self._workspace.put(step.file, text)
        self._changed()
        return texts[0][0]

    def _changed(self) -> None:
        self._view = None
        self.version += 1
        self._tell()

    def _tell(self) -> None:
        for listener in self.listeners:
            listener()

    def _derived(self) -> View:
        if self._view is None:
            loaded = self._workspace.assemble()
            found = (*self._workspace.findings, *loaded.findings)
            self._view = view_of(self.root, self.cycle, loaded, found, self._pages)
        return self._view
