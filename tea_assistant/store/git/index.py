"""An index beside git's own: commits are put together in it, and the user's stays as it is."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tea_assistant.store.git.objects import Entry
from tea_assistant.store.git.process import name_of, raw_of
from tea_assistant.store.git.repository import Repository


@contextmanager
def index_of(repository: Repository, commit: str) -> Iterator[Path]:
    """Give a copy of git's own index that holds what a commit holds; an empty name: nothing."""
    with _empty_index() as index:
        # What git has noticed about the files is worth copying: it need not read them all again.
        with suppress(OSError):
            shutil.copy2(repository.folder / "index", index)
        repository.git("read-tree", *(("--reset", commit) if commit else ("--empty",)), index=index)
        yield index


@contextmanager
def merge_index(repository: Repository, base: str, mine: str, theirs: str) -> Iterator[Path]:
    """Give an index in which all is merged that only one side changed."""
    with _empty_index() as index:
        repository.git("read-tree", "-i", "-m", "--aggressive", base, mine, theirs, index=index)
        yield index


@contextmanager
def _empty_index() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="tea-") as folder:
        yield Path(folder) / "index"


def take_in(repository: Repository, paths: Iterable[str], index: Path) -> None:
    """Put files as they stand in the folder into an index; those that are gone leave it."""
    names = b"".join(raw_of(path) + b"\0" for path in paths)
    if names:
        repository.git("update-index", "-z", "--add", "--remove", "--stdin", given=names, index=index)


def write_tree(repository: Repository, index: Path) -> str:
    """Keep what an index holds as a tree, and return its name."""
    return repository.git("write-tree", index=index).decode("ascii").strip()


def paths(repository: Repository, index: Path) -> set[str]:
    """Return all paths that an index has."""
    return {name_of(path) for path in repository.git("ls-files", "-z", index=index).split(b"\0") if path}


def unmerged(
    repository: Repository, index: Path
) -> dict[str, tuple[Entry | None, Entry | None, Entry | None]]:
    """Return what both sides changed, by path: the common origin, mine, theirs."""
    found: dict[str, list[Entry | None]] = {}
    for record in repository.git("ls-files", "-u", "-z", index=index).split(b"\0"):
        if record:
            about, _, path = record.partition(b"\t")
            mode, oid, stage = about.decode("ascii").split()
            found.setdefault(name_of(path), [None, None, None])[int(stage) - 1] = Entry(mode, oid)
    return {path: (sides[0], sides[1], sides[2]) for path, sides in found.items()}


def ignored(repository: Repository, paths: Iterable[str]) -> frozenset[str]:
    """Return those of the paths that the repository's rules keep out of it."""
    names = b"".join(raw_of(path) + b"\0" for path in paths)
    if not names:
        return frozenset()
    answer = repository.git("check-ignore", "-z", "--no-index", "--stdin", given=names, fine=(0, 1))
    return frozenset(name_of(path) for path in answer.split(b"\0") if path)
