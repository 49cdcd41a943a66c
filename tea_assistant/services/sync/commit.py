"""Keeps the present state of a dossier as a commit, and nothing else that lies in the repository."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from tea_assistant.errors import GitError
from tea_assistant.services.compare import compare
from tea_assistant.services.sync.files import is_own
from tea_assistant.services.sync.words import FIRST_MESSAGE, commit_message
from tea_assistant.store.git import index as indexes
from tea_assistant.store.git.commit import make_commit, move_branch
from tea_assistant.store.git.driver import ATTRIBUTES
from tea_assistant.store.git.objects import (
    Difference,
    contents,
    differences,
    empty_tree,
    files_of,
    set_entries,
)
from tea_assistant.store.git.repository import Repository
from tea_assistant.store.yaml import reader as yaml_reader


class Committed(Struct, frozen=True):
    """The commit at hand now, and what came into it."""

    commit: str
    files: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    """Files of the dossier that the repository's rules keep out of it."""


def commit_own(
    repository: Repository, files: Collection[str], message: str, names: Mapping[str, str]
) -> Committed:
    """Commit the files of a dossier as they are on disk; without a message one is made from what changed."""
    head = repository.head
    before = files_of(repository.git, head, repository.prefix.rstrip("/")) if head else {}
    tracked = {path for path in before if is_own(repository.file(path) or "")}
    # What tells git how to merge the dossier was put there on purpose.
    if repository.prefix and not before and ATTRIBUTES not in files and not _is_staged(repository):
        raise GitError(
            f"Die Mappe liegt in dem Repositorium {repository.top}, gehört aber noch nicht dazu.",
            hint="Soll sie dazugehören, einmal ausführen: git add dossier.yaml",
        )
    found = {repository.path(file) for file in files}
    left_out = indexes.ignored(repository, found - before.keys())
    with indexes.index_of(repository, head) as index:
        indexes.take_in(repository, sorted((found | tracked) - left_out), index)
        tree = indexes.write_tree(repository, index)
    changed = differences(repository.git, head or empty_tree(repository.git), tree)
    ignored = tuple(sorted(path.removeprefix(repository.prefix) for path in left_out))
    if not changed and head:
        return Committed(head, (), ignored)
    repository.require_name()
    text = message.strip() or (_told(repository, changed, names) if before else FIRST_MESSAGE)
    commit = make_commit(repository, tree, [head] if head else [], text)
    set_entries(repository.git, [(entry.path, entry.new) for entry in changed])
    move_branch(repository, head, commit)
    return Committed(commit, tuple(entry.path.removeprefix(repository.prefix) for entry in changed), ignored)


def _is_staged(repository: Repository) -> bool:
    return bool(repository.git("--literal-pathspecs", "ls-files", "-z", "--", repository.prefix.rstrip("/")))


def _told(repository: Repository, changed: Sequence[Difference], names: Mapping[str, str]) -> str:
    """Describe what changed, in the words of the dossier."""
    own = [entry for entry in changed if is_own(repository.file(entry.path) or "")]
    texts: list[dict[str, str]] = []
    for side in ([entry.old for entry in own], [entry.new for entry in own]):
        there = [(entry.path, blob.oid) for entry, blob in zip(own, side, strict=True) if blob]
        raw = contents(repository.git, [oid for _, oid in there])
        texts.append(
            {
                repository.file(path) or path: yaml_reader.decode(content or b"")[0]
                for (path, _), content in zip(there, raw, strict=True)
                if path.endswith((".yaml", ".yml"))
            }
        )
    others = [repository.file(e.path) or e.path for e in own if not e.path.endswith((".yaml", ".yml"))]
    return commit_message(compare(texts[0], texts[1], names), others)
