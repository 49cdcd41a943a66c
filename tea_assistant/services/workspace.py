"""The files of an open dossier: what stands on disk, and what is meant to stand there."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from tea_assistant.checks.registry import rule
from tea_assistant.errors import ChangedOnDisk, EditError, TeaError
from tea_assistant.model.finding import Finding
from tea_assistant.model.layout import Kind, is_record, writing_order
from tea_assistant.model.source import Source
from tea_assistant.model.unsaved import UnsavedFile
from tea_assistant.services.outside_changes import Conflict, Joined, SaveOutcome
from tea_assistant.store import dossier_files, files, schema_wording
from tea_assistant.store.parsed_file import ParsedFile, parse, parse_text
from tea_assistant.store.yaml import reader as yaml_reader

_TRIES = 3
"""So often a file is written that somebody else keeps changing at the same time."""
_GRAIN = 2.0
"""Seconds in which two changes can bear the same time: FAT counts no finer."""
MAX_BYTES = 2_000_000
"""A YAML file of more than this is refused: no text of an application is that long."""


class Workspace:
    """Holds the text of every file of a dossier, in memory and as last seen on disk."""

    def __init__(self, root: Path, told: Callable[[int, int], None] | None = None) -> None:
        self.root = root
        self.files: dict[str, ParsedFile] = {}
        """What is meant to stand on disk, by file."""
        self.conflicts: dict[str, Conflict] = {}
        self.joined: list[Joined] = []
        """What was put together since somebody was told of it."""
        self._disk: dict[str, bytes] = {}
        self._stamps: dict[str, files.Stamp | None] = {}
        self._young: dict[str, float] = {}
        """When files were stamped that were changed just before: they may change again and look the same."""
        self._is_open = False
        self._stray: dict[str, Finding] = {}
        self._dirty: set[str] = set()
        names = dossier_files.list_files(root)
        for number, file in enumerate(names):
            if told:
                told(number, len(names))
            self._reload(file)
        self._is_open = True

    @property
    def dirty(self) -> frozenset[str]:
        """The files whose text is not on disk yet."""
        return frozenset(self._dirty)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with files that could not be taken in at all."""
        return tuple(self._stray.values())

    def rounds(self) -> tuple[str, ...]:
        """Return the rounds that have any file, oldest first."""
        kinds = (Kind.CYCLE, Kind.FIELD)
        return tuple(sorted({f.role.group for f in self.files.values() if f.role.kind in kinds}))

    def assemble(self) -> dossier_files.Loaded:
        """Put the model together from the texts in memory."""
        return dossier_files.assemble(self.root, self.files.values())

    def put(self, file: str, text: str | None) -> None:
        """Change the text of a file in memory; None removes the file."""
        if text is None:
            self.files.pop(file, None)
        else:
            self.files[file] = parse_text(file, text)
        on_disk = self._disk.get(file)
        if (None if text is None else self._encode(file, text)) == on_disk:
            self._dirty.discard(file)
        else:
            self._dirty.add(file)

    def text(self, file: str) -> str | None:
        """Return the text of a file as it is meant to stand on disk; None where there is no such file."""
        found = self.files.get(file)
        return found.text if found else None

    def save(self) -> SaveOutcome:
        """Write what differs from disk, put together with what was changed elsewhere.

        Where both changed the same place, the file becomes a conflict and is not written. What says that
        something was taken over is written last, and not before that is on the disk: cut off in between, it
        can be taken over again.
        """
        told = len(self.joined)
        saved: list[str] = []
        conflicts: list[str] = []
        errors: list[str] = []
        for file in sorted(self._dirty - self.conflicts.keys(), key=writing_order):
            if (errors or conflicts) and is_record(file):
                continue
            try:
                self._write_joined(file)
                (conflicts if file in self.conflicts else saved).append(file)
            except TeaError as error:
                errors.append(str(error))
            except OSError as error:
                errors.append(f"{file}: {files.explain(error)}")
        joined = tuple(joined.file for joined in self.joined[told:])
        return SaveOutcome(tuple(sorted(saved)), tuple(sorted(conflicts)), tuple(errors), joined)

    def _write_joined(self, file: str) -> None:
        """Write a file; what was changed elsewhere in the meantime goes into it first."""
        for attempt in range(_TRIES):
            try:
                self._write(file)
            except ChangedOnDisk as error:
                self._meet(file, error.found)
                if file in self.conflicts or file not in self._dirty:
                    return
                if attempt == _TRIES - 1:
                    raise
            else:
                return

    def poll(self) -> tuple[str, ...]:
        """Take in what was changed on disk since it was read, and return the files concerned."""
        changed = []
        for file in {*dossier_files.list_files(self.root), *self._stamps}:
            if files.stamp(self.root / file) == self._stamps.get(file) and not self._is_young(file):
                continue
            found = self._read(file)
            if found == self._disk.get(file):
                continue
            changed.append(file)
            if file in self._dirty or file in self.conflicts:
                self._meet(file, found)
            else:
                self._take(file, found)
        return tuple(sorted(changed))

    def resolve(self, conflict: Conflict, text: str | None) -> None:
        """End a conflict with the text that is to stand; it is written at the next save.

        Where the file was changed again since the conflict was shown, that goes into the text too, or is
        the next conflict.
        """
        file = conflict.file
        current = self.conflicts.pop(file, None)
        self.put(file, text)
        if current and current.theirs != conflict.theirs:
            self._join(file, conflict.theirs, current.theirs, readable=True)

    def unsaved(self) -> tuple[UnsavedFile, ...]:
        """Return what is not on disk yet, each file with what it began with."""
        unsaved = sorted({*self._dirty, *self.conflicts})
        return tuple(UnsavedFile(file, self.text(file), self._base(file)) for file in unsaved)

    def take_back(self, kept: UnsavedFile) -> None:
        """Put the text of a file in that was not saved; what the disk says by now is put together with it."""
        theirs, standing = self._text_on_disk(kept.file), self.files.get(kept.file)
        self.put(kept.file, kept.mine)
        if theirs != kept.base:
            self._join(kept.file, kept.base, theirs, readable=standing is None or standing.editable)

    def recent(self, count: int) -> list[tuple[str, datetime]]:
        """Return the files changed last, newest first, with the time."""
        times = [(file, s.changed) for file, s in self._stamps.items() if s and file in self.files]
        return sorted(times, key=lambda entry: entry[1], reverse=True)[:count]

    def _reload(self, file: str) -> None:
        self._take(file, self._read(file))

    def _read(self, file: str) -> bytes | None:
        path = self.root / file
        # The stamp is taken first: a change in between is then seen at the next poll.
        self._stamp(file, path)
        self._stray.pop(file, None)
        try:
            return files.read_bytes(path, MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._stray[file] = rule("TEA028").finding(
                Source(file),
                (),
                f"Die Datei kann nicht gelesen werden: {files.explain(error)}",
                "Bitte die Zugriffsrechte prüfen oder die Datei in einem anderen Programm schließen.",
            )
            return None

    def _take(self, file: str, raw: bytes | None) -> None:
        self.files.pop(file, None)
        self._disk.pop(file, None)
        self._dirty.discard(file)
        if raw is None:
            return
        self._disk[file] = raw
        parsed = parse(file, raw)
        if parsed is None:
            self._stray[file] = dossier_files.stray(file)
        else:
            self.files[file] = parsed

    def _meet(self, file: str, found: bytes | None) -> None:
        """Bring the text here together with what somebody else put on the disk."""
        base = self._base(file)
        self.conflicts.pop(file, None)
        theirs = None
        readable = True
        if found is None:
            self._disk.pop(file, None)
        else:
            self._disk[file] = found
            parsed = parse(file, found)
            if parsed:
                theirs, readable = parsed.text, parsed.editable
        self._join(file, base, theirs, readable=readable)

    def _join(self, file: str, base: str | None, theirs: str | None, *, readable: bool) -> None:
        mine = self.text(file)
        if mine == theirs:
            self._dirty.discard(file)
            return
        from tea_assistant.store.merging.merge import merge, whole_file  # noqa: PLC0415 (rarely do two change a file)

        merged = merge(file, base, mine, theirs) if readable else whole_file(base, mine, theirs)
        if merged.conflicts:
            self.conflicts[file] = Conflict(file, mine, theirs, base, merged)
        else:
            self.put(file, merged.text)
            self.joined.append(Joined(file, base, theirs))

    def _base(self, file: str) -> str | None:
        known = self.conflicts.get(file)
        return known.base if known else self._text_on_disk(file)

    def _text_on_disk(self, file: str) -> str | None:
        raw = self._disk.get(file)
        return None if raw is None else yaml_reader.decode(raw)[0]

    def _write(self, file: str) -> None:
        path = files.inside(self.root, file)
        if path is None:
            message = "Die Datei liegt außerhalb der Mappe und wird nicht geschrieben."
            raise EditError(message, file=file)
        text = self.text(file)
        expected = self._disk.get(file)
        if text is None:
            files.move_to_trash(self.root, file, expected)
            self._disk.pop(file, None)
        else:
            data = self._encode(file, text)
            # The folder may have been moved away: a new one in its place would hold this file alone.
            files.write_checked(path, data, expected, below=self.root.resolve())
            self._disk[file] = data
        self._dirty.discard(file)
        self._stamp(file, path)

    def _stamp(self, file: str, path: Path) -> None:
        looks = files.stamp(path)
        # What changes while we look is known to be young, whatever the clock of a network drive says.
        if looks is None:
            self._young.pop(file, None)
        elif looks != self._stamps.get(file) and (
            self._is_open or abs(time.time_ns() - looks.modified) < _GRAIN * 1e9
        ):
            self._young[file] = time.monotonic()
        self._stamps[file] = looks

    def _is_young(self, file: str) -> bool:
        """Tell whether a file may have changed although it looks the same: FAT counts time coarsely."""
        since = self._young.get(file)
        if since is None:
            return False
        if time.monotonic() - since > _GRAIN:
            # This look is the last: whatever came in that time is seen by it.
            del self._young[file]
        return True

    def _encode(self, file: str, text: str) -> bytes:
        """Write a text in the encoding that its file had when it was read."""
        return yaml_reader.encode(text, self._disk.get(file, b""))


def editable_text(files_by_name: Mapping[str, ParsedFile], file: str) -> str | None:
    """Return the text that an edit starts from, or raise `EditError` where an edit could do damage."""
    parsed = files_by_name.get(file)
    if parsed is None:
        return None
    if parsed.editable:
        return parsed.text
    first = next(iter(parsed.findings), None)
    if first and schema_wording.is_newer(parsed.value):
        raise EditError(first.message, file=file, hint=first.hint)
    message = "Diese Datei kann erst bearbeitet werden, wenn ein Fehler in ihr behoben ist."
    raise EditError(
        message, file=file, line=first.line if first else None, hint=first.message if first else ""
    )
