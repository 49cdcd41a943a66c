"""Merges files that are no business of this program, line by line as git would, or not at all."""

import tempfile
from pathlib import Path

from tea_assistant.errors import GitError
from tea_assistant.store.git.objects import Entry, contents, store
from tea_assistant.store.git.repository import Repository


def merge_foreign(
    repository: Repository, base: Entry | None, mine: Entry | None, theirs: Entry | None
) -> Entry | None:
    """Return what both sides say; None where they contradict each other."""
    if not (base and mine and theirs and base.is_file and mine.is_file and theirs.is_file):
        return None
    with tempfile.TemporaryDirectory(prefix="tea-") as folder:
        names = [Path(folder) / name for name in ("mine", "base", "theirs")]
        raw = contents(repository.git, [mine.oid, base.oid, theirs.oid])
        for name, content in zip(names, raw, strict=True):
            name.write_bytes(content or b"")
        done = repository.git.attempt("merge-file", "-p", *map(str, names))
    if done.returncode:
        return None
    mode = theirs.mode if mine.mode == base.mode else mine.mode
    return Entry(mode, store(repository.git, done.stdout))


def contradiction(path: str) -> GitError:
    """Return the error for a file outside of the dossier that only its owners can merge."""
    return GitError(
        "Diese Datei gehört nicht zur Mappe und wurde auf beiden Seiten geändert.",
        file=path,
        hint="Bitte mit „git merge“ zusammenführen, danach noch einmal abgleichen. Es ist nichts verloren: "
        "Ihre Fassung der Mappe ist festgehalten.",
    )
