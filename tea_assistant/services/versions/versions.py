"""The history of a dossier in its repository: who changed what, and what it said at any commit."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path as FolderPath

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.errors import GitError
from tea_assistant.model.layout import role_of
from tea_assistant.model.source import Path
from tea_assistant.services.compare import FileChange, compare
from tea_assistant.store.git.log import Commit, commits
from tea_assistant.store.git.objects import contents, files_of
from tea_assistant.store.git.repository import Repository, find_repository, require_repository
from tea_assistant.store.yaml import reader as yaml_reader

MOST = 200
"""So many versions are looked at; nobody reads more of them."""
_GERMAN_DAY = "%d.%m.%Y"


class Version(Struct, frozen=True):
    """What somebody has kept at one time: a commit that changed the dossier."""

    commit: str
    when: datetime
    """In local time."""
    who: str
    message: str
    files: tuple[str, ...]
    """The texts of the dossier that it changed."""
    changes: tuple[FileChange, ...] = ()
    """What it changed in them, where that was asked for."""


def has_versions(root: FolderPath) -> bool:
    """Tell whether a dossier lies in a repository; raises `GitError` where that cannot be found out."""
    return find_repository(root) is not None


def is_cut_off(root: FolderPath) -> bool:
    """Tell whether the oldest versions were left on the server when the repository was cloned."""
    return require_repository(root).is_shallow


def versions(root: FolderPath, file: str = "", limit: int = MOST) -> tuple[Version, ...]:
    """Return who changed a file (empty: anything in the dossier) and when, newest first."""
    repository = require_repository(root)
    found = commits(repository, repository.path(file).rstrip("/"), limit)
    return tuple(version for commit in found if (version := _version(repository, commit)).files)


def history(
    root: FolderPath,
    file: str = "",
    path: Path = (),
    *,
    names: Mapping[str, str] | None = None,
    limit: int = MOST,
) -> tuple[Version, ...]:
    """Return as `versions` does, with what each has changed; with a path only what touched that value.

    `names` has the titles of ids, as `compare.names_in` gives them.
    """
    repository = require_repository(root)
    # What a single value needs may lie far back.
    found = commits(repository, repository.path(file).rstrip("/"), MOST if path else limit)
    texts = _texts(repository, found)
    told = (_with_changes(repository, commit, texts, names or {}) for commit in found)
    return tuple(kept for version in told if (kept := _only(version, path)).changes)[:limit]


def state_at(root: FolderPath, commit: str) -> Mapping[str, str]:
    """Return the texts of the dossier's files as they were at a commit."""
    repository = require_repository(root)
    entries = {
        file: entry
        for path, entry in files_of(repository.git, commit, repository.prefix.rstrip("/")).items()
        if (file := repository.file(path)) and role_of(file) and entry.is_file
    }
    raw = contents(repository.git, [entry.oid for entry in entries.values()])
    return {file: _text(content) or "" for file, content in zip(entries, raw, strict=True)}


def commit_at(root: FolderPath, word: str) -> str:
    """Return the commit that is meant by its name, or the last one of a day; raises `GitError`."""
    repository = require_repository(root)
    day = _day(word)
    if day:
        found = repository.git.line(
            "rev-list", "-1", f"--before={day.isoformat()} 23:59:59", "HEAD", fine=(0, 128)
        )
        if not found:
            raise GitError(
                f"So alt ist die Geschichte der Mappe nicht: {word}",
                hint="Alle Fassungen zeigt: tea history",
            )
        return found
    if word and not word.startswith("-") and not set(word) & set(": \t\n"):
        found = repository.git.line(
            "rev-parse", "--verify", "--quiet", f"{word}^{{commit}}", fine=(0, 1, 128)
        )
        if found:
            return found
    raise GitError(
        f"Diese Fassung gibt es nicht: {word}",
        hint="Gemeint ist eine Kennung aus „tea history“ oder ein Tag: 11.02.2025",
    )


def _day(word: str) -> date | None:
    for pattern in (_GERMAN_DAY, "%Y-%m-%d"):
        try:
            return datetime.strptime(word, pattern).astimezone().date()
        except ValueError:
            continue
    return None


def _version(repository: Repository, commit: Commit) -> Version:
    own = (repository.file(path) or "" for path in commit.paths)
    return Version(
        commit.id,
        commit.when.astimezone(),
        commit.who,
        commit.subject,
        tuple(file for file in own if role_of(file)),
    )


def _texts(repository: Repository, found: Sequence[Commit]) -> Mapping[tuple[str, str], str]:
    """Read all that the commits changed, before and after, in one go."""
    asked = [
        (commit, path)
        for each in found
        for path in each.paths
        if role_of(repository.file(path) or "")
        for commit in (each.id, *each.parents)
    ]
    raw = contents(repository.git, [f"{commit}:{path}" for commit, path in asked])
    return {
        key: text for key, content in zip(asked, raw, strict=True) if (text := _text(content)) is not None
    }


def _with_changes(
    repository: Repository, commit: Commit, texts: Mapping[tuple[str, str], str], names: Mapping[str, str]
) -> Version:
    version = _version(repository, commit)
    told = [
        compare(_at(repository, parent, version, texts), _at(repository, commit.id, version, texts), names)
        for parent in commit.parents or ("",)
    ]
    return replace(version, changes=tuple(_in_all(told)))


def _at(
    repository: Repository, commit: str, version: Version, texts: Mapping[tuple[str, str], str]
) -> Mapping[str, str]:
    keys = ((file, (commit, repository.path(file))) for file in version.files)
    return {file: texts[key] for file, key in keys if key in texts}


def _in_all(told: Sequence[tuple[FileChange, ...]]) -> Iterator[FileChange]:
    """Yield what a merge has that neither side had; for any other commit that is all of it."""
    first, *others = told
    known = [{change.file: {field.path for field in change.fields} for change in other} for other in others]
    for change in first:
        if all(change.file in other for other in known):
            paths = [other[change.file] for other in known]
            fields = tuple(field for field in change.fields if all(field.path in each for each in paths))
            yield replace(change, fields=fields)


def _only(version: Version, path: Path) -> Version:
    """Leave of a version what touched a value, what lies in it, or what it lies in."""
    if not path:
        return version
    kept = (
        replace(change, fields=tuple(f for f in change.fields if _touches(f.path, path)))
        for change in version.changes
    )
    return replace(version, changes=tuple(c for c in kept if c.fields or c.kind != "changed"))


def _touches(changed: Path, path: Path) -> bool:
    common = min(len(changed), len(path))
    return changed[:common] == path[:common]


def _text(content: bytes | None) -> str | None:
    return None if content is None else yaml_reader.decode(content)[0]
