"""Puts a kept state back: all of it, or a single item; what stands now is kept before."""

from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import ChangedOnDisk, FileError
from tea_assistant.model.layout import role_of
from tea_assistant.model.snapshot import KeptFile, SkippedFile, Snapshot
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import snapshots
from tea_assistant.services.snapshots.snapshots import Draft
from tea_assistant.store import files, snapshot_files, snapshot_journal

_MOST_NAMED = 5
_LONGEST_NAME = 80
"""Characters of a state's name inside the name of another."""


class Restored(Struct, frozen=True):
    """What a restoration did."""

    before: Snapshot
    """What stood in the dossier until then."""
    written: tuple[str, ...]
    trashed: tuple[str, ...]
    """Files that the state did not have."""


class Restoration(Struct, frozen=True):
    """A state that is going to be put back."""

    snapshot: Snapshot
    draft: Draft
    """Of the state that is kept before."""

    def run(self) -> Restored:
        """Put the state back on disk; the session has to look at the disk again. Raises `FileError`.

        Nothing is touched unless all of the wanted state is there and unchanged, and the present one is kept.
        """
        root = self.draft.now.root
        require_whole(root, self.snapshot)
        before = self.draft.keep()
        if skipped := _in_the_way(self.snapshot, before):
            snapshot_files.trash(root, before)
            raise FileError(
                "Diese Datei lässt sich nicht festhalten; deshalb wird nichts wiederhergestellt.",
                file=skipped.file,
                hint=f"Der Grund: {skipped.reason}",
            )
        try:
            snapshot_journal.begin(root, self.snapshot.name, before.name)
            outcome = _put_back(root, self.snapshot, before)
            snapshot_journal.end(root)
        except (OSError, ChangedOnDisk) as error:
            reason = files.explain(error) if isinstance(error, OSError) else str(error)
            raise FileError(
                f"Der Stand ist nicht ganz wiederhergestellt: {reason}",
                hint=f"Bitte noch einmal versuchen. Wie es vorher war, hält der Stand „{before.name}“ fest.",
            ) from error
        return outcome


def prepare(session: Session, snapshot: Snapshot) -> Restoration:
    """Save what is not saved yet; raises as `snapshots.prepare` does."""
    return Restoration(snapshot, snapshots.prepare(session, name_before(snapshot)))


def name_before(snapshot: Snapshot) -> str:
    """Return what the state is called that is kept before another is put back."""
    name = snapshot.name
    name = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    return f"vor dem Wiederherstellen von {name}"


def restore(session: Session, snapshot: Snapshot) -> Restored:
    """Make the dossier what it was when the state was kept; raises `EditError` and `FileError`.

    Before that, what stands there now is kept as a state of its own.
    """
    try:
        return prepare(session, snapshot).run()
    finally:
        session.poll()


def require_whole(root: Path, snapshot: Snapshot) -> None:
    """Raise `FileError` where something of a state is missing or changed."""
    listed = snapshot_files.read(root, snapshot.id)
    problems = listed.problems or snapshot_files.problems_of(root, listed.snapshot, thorough=True)
    if problems:
        raise FileError(
            f"Der Stand „{snapshot.name}“ ist beschädigt und wird nicht als Ganzes wiederhergestellt.",
            hint="\n".join(
                [*problems[:_MOST_NAMED], "Unbeschädigte Einträge lassen sich einzeln zurückholen."]
            ),
        )


def _in_the_way(snapshot: Snapshot, before: Snapshot) -> SkippedFile | None:
    """Return a file that the restoration would change, and that nobody could bring back."""
    wanted = {kept.file for kept in (*snapshot.files, *snapshot.attachments)}
    texts = (skipped for skipped in before.skipped if skipped.file in wanted or role_of(skipped.file))
    return next(texts, None)


def _put_back(root: Path, snapshot: Snapshot, before: Snapshot) -> Restored:
    """Write what differs, attachments first; whenever this ends, each file is one of the two."""
    present = {kept.file: kept for kept in (*before.files, *before.attachments)}
    written, trashed = [], []
    for kept in (*snapshot.attachments, *snapshot.files):
        now = present.pop(kept.file, None)
        if now is None or now.sha256 != kept.sha256:
            found = snapshot_files.content(root, snapshot, kept)
            files.write_checked(_place(root, kept), found, _found(root, before, now))
            written.append(kept.file)
    for now in present.values():
        files.move_to_trash(root, now.file, _found(root, before, now))
        trashed.append(now.file)
    return Restored(before, tuple(written), tuple(trashed))


def _found(root: Path, before: Snapshot, now: KeptFile | None) -> bytes | None:
    return snapshot_files.content(root, before, now) if now else None


def _place(root: Path, kept: KeptFile) -> Path:
    path = files.plainly_inside(root, kept.file)
    if path is None:
        message = "Die Datei läge hinter einer Verknüpfung und wird nicht geschrieben."
        raise FileError(message, file=kept.file)
    return path
