"""Brings two commits together without touching a file: what only one side changed, fields, attachments."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from tea_assistant.errors import GitError
from tea_assistant.model.layout import role_of
from tea_assistant.services.sync.files import is_own
from tea_assistant.store.git import index as indexes
from tea_assistant.store.git.driver import ATTRIBUTES
from tea_assistant.store.git.foreign import contradiction, merge_foreign
from tea_assistant.store.git.objects import Entry, contents, set_entries, store
from tea_assistant.store.git.repository import Repository
from tea_assistant.store.merging.merge import FieldConflict, Merged, merge
from tea_assistant.store.yaml import reader as yaml_reader

_MODE = "100644"
_Sides = tuple[Entry | None, Entry | None, Entry | None]


class FileConflict(Struct, frozen=True):
    """A file that both sides changed so that a person has to decide; None where a side removed it."""

    file: str
    base: str | None
    mine: str | None
    theirs: str | None
    merged: Merged

    @property
    def fields(self) -> tuple[FieldConflict, ...]:
        """What is to be decided."""
        return self.merged.conflicts


Resolve = Callable[[Sequence[FileConflict]], Mapping[str, str | None] | None]
"""Takes what is to be decided and returns the text of each file (None removes it), or None for later."""


class Joined(Struct):
    """What both sides say, as a tree of the repository."""

    tree: str
    copies: dict[str, str] = field(default_factory=dict)
    """Attachments that both changed: the file, and under which name their version lies beside mine."""
    kept: list[str] = field(default_factory=list)
    """Attachments that one side removed and the other changed: they stay."""


def join(repository: Repository, base: str, mine: str, theirs: str, resolve: Resolve) -> Joined | None:
    """Merge two commits made from `base`; None where the person wants to decide later."""
    with indexes.merge_index(repository, base, mine, theirs) as index:
        both = indexes.unmerged(repository, index)
        taken = indexes.paths(repository, index) if both else set()
        joined = Joined("")
        entries: list[tuple[str, Entry | None]] = []
        texts: dict[str, _Sides] = {}
        for path, sides in both.items():
            file = repository.file(path)
            if not is_own(file or ""):
                entries += _foreign(repository, path, sides, joined, taken)
            elif file and role_of(file) and all(side is None or side.is_file for side in sides):
                texts[file] = sides
            elif file == ATTRIBUTES:
                entries.append((path, _all_lines(repository, sides)))
            else:
                entries += _both_files(repository, path, sides, joined, taken)
        decided = _texts(repository, texts, resolve)
        if decided is None:
            return None
        set_entries(repository.git, [*entries, *decided], index)
        joined.tree = indexes.write_tree(repository, index)
        return joined


def _foreign(
    repository: Repository, path: str, sides: _Sides, joined: Joined, taken: set[str]
) -> list[tuple[str, Entry | None]]:
    merged = merge_foreign(repository, *sides)
    if merged:
        return [(path, merged)]
    if repository.file(path) is None:
        raise contradiction(path)
    return _both_files(repository, path, sides, joined, taken)


def _texts(
    repository: Repository, texts: Mapping[str, _Sides], resolve: Resolve
) -> list[tuple[str, Entry | None]] | None:
    settled: dict[str, str | None] = {}
    open_: list[FileConflict] = []
    for file, sides in texts.items():
        base, mine, theirs = (_text(repository, side) for side in sides)
        merged = merge(file, base, mine, theirs)
        if merged.conflicts:
            open_.append(FileConflict(file, base, mine, theirs, merged))
        else:
            settled[file] = merged.text
    if open_:
        decided = resolve(open_)
        if decided is None or any(conflict.file not in decided for conflict in open_):
            return None
        settled |= decided
    return [(repository.path(file), _kept(repository, text, texts[file])) for file, text in settled.items()]


def _text(repository: Repository, side: Entry | None) -> str | None:
    if side is None:
        return None
    (raw,) = contents(repository.git, [side.oid])
    return yaml_reader.decode(raw or b"")[0]


def _kept(repository: Repository, text: str | None, sides: _Sides) -> Entry | None:
    if text is None:
        return None
    _, mine, theirs = sides
    model = mine or theirs
    # A file that cannot be read as a text goes on as the bytes it was.
    for side in (mine, theirs):
        if side and _text(repository, side) == text:
            return side
    return Entry(model.mode if model else _MODE, store(repository.git, text.encode()))


def _all_lines(repository: Repository, sides: _Sides) -> Entry | None:
    """Keep each line that either side has."""
    raw = contents(repository.git, [side.oid for side in sides[1:] if side])
    lines = dict.fromkeys(line for content in raw for line in (content or b"").splitlines())
    return Entry(_MODE, store(repository.git, b"\n".join([*lines, b""])))


def _both_files(
    repository: Repository, path: str, sides: _Sides, joined: Joined, taken: set[str]
) -> list[tuple[str, Entry | None]]:
    """Keep both versions of an attachment, theirs under another name."""
    _, mine, theirs = sides
    file = repository.file(path) or path
    if mine is None or theirs is None:
        joined.kept.append(file)
        return [(path, mine or theirs)]
    copy = _free_name(repository, path, taken)
    taken.add(copy)
    joined.copies[file] = repository.file(copy) or copy
    return [(path, mine), (copy, theirs)]


def _free_name(repository: Repository, path: str, taken: set[str]) -> str:
    place = PurePosixPath(path)
    for number in range(2, 1000):
        name = place.with_name(f"{place.stem}-fassung-{number}{place.suffix}").as_posix()
        if name not in taken and not Path(repository.top, name).exists():
            return name
    raise GitError("Es gibt zu viele Fassungen dieser Datei.", file=path)
