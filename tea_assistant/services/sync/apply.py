"""Puts a merged state into the folder, git's index and the branch: all of it, or nothing."""

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from tea_assistant.errors import ChangedOnDisk, EditError, GitError
from tea_assistant.services.sync.files import is_own
from tea_assistant.store import files
from tea_assistant.store.git.commit import move_branch
from tea_assistant.store.git.objects import Difference, as_in_folder, differences, set_entries, sum_of
from tea_assistant.store.git.repository import Repository


def apply(repository: Repository, old: str, new: str) -> tuple[str, ...]:
    """Move from one commit to another and return the files of the dossier that came with it.

    Raises `ChangedOnDisk` where somebody has written into one of them since it was committed. Files are
    replaced one by one, each whole, and the branch moves last: if the computer dies in between, what has
    arrived so far looks like an edit of one's own, and the next sync brings the rest.
    """
    changed = differences(repository.git, old, new)
    own = [entry for entry in changed if is_own(repository.file(entry.path) or "") and _is_plain(entry)]
    foreign = len(own) < len(changed)
    if foreign:
        _require_free(repository, old, new)
    after = [as_in_folder(repository.git, e.path, e.new) if e.new else None for e in own]
    before = [_present(repository, entry) for entry in own]
    with _uninterrupted():
        _write(repository, own, before, after)
        try:
            set_entries(repository.git, [(entry.path, entry.new) for entry in own])
            if foreign:
                repository.git("read-tree", "-m", "-u", old, new)
            move_branch(repository, old, new)
        except BaseException:
            _write(repository, own, after, before)
            with suppress(GitError):
                set_entries(repository.git, [(entry.path, entry.old) for entry in own])
            raise
    return tuple(repository.file(entry.path) or entry.path for entry in own)


def _present(repository: Repository, entry: Difference) -> bytes | None:
    """Return what stands in the folder, which has to be what was committed."""
    try:
        found = files.read_bytes(repository.top / entry.path, -1)
    except FileNotFoundError:
        found = None
    as_kept = None if found is None else sum_of(repository.git, entry.path, found)
    if as_kept != (entry.old.oid if entry.old else None):
        raise ChangedOnDisk("Die Datei wurde inzwischen geändert.", file=entry.path, found=found)
    return found


def _is_plain(entry: Difference) -> bool:
    return all(side is None or side.is_file for side in (entry.old, entry.new))


def _require_free(repository: Repository, old: str, new: str) -> None:
    """Refuse where files that are no business of ours would lose what was changed in them."""
    done = repository.git.attempt("read-tree", "-n", "-m", "-u", old, new)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("error: ")
        raise GitError(
            "Dateien, die nicht zur Mappe gehören, sind hier geändert und bei den anderen auch.",
            hint="Bitte diese Änderungen zuerst festhalten („git commit“) oder beiseite legen („git stash“). "
            f"Es wurde nichts verändert. Git sagt dazu: {said}",
        )


def _write(
    repository: Repository,
    entries: Sequence[Difference],
    before: Sequence[bytes | None],
    after: Sequence[bytes | None],
) -> None:
    """Replace what stands in the folder; where that fails on the way, put back what was replaced."""
    done = 0
    try:
        for entry, old, new in zip(entries, before, after, strict=True):
            _replace(repository, entry.path, old, new)
            done += 1
    except BaseException:
        for entry, old, new in list(zip(entries, before, after, strict=True))[:done]:
            with suppress(OSError, ChangedOnDisk):
                _replace(repository, entry.path, new, old)
        raise


def _replace(repository: Repository, path: str, old: bytes | None, new: bytes | None) -> None:
    place = files.plainly_inside(repository.top, path)
    if place is None:
        raise EditError("Eine Datei dieses Namens kann hier nicht geschrieben werden.", file=path)
    if new is None:
        files.remove_checked(place, old)
    else:
        files.write_checked(place, new, old)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl+C wait for a moment: half a state would be none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        pressed.append(number)

    earlier = signal.signal(signal.SIGINT, remember)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, earlier)
    if pressed:
        raise KeyboardInterrupt
