"""What a repository holds: the files of a commit, their bytes, and what differs between two commits."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tea_assistant.store.git.process import Git, name_of, raw_of


class Entry(Struct, frozen=True):
    """A file as git keeps it: what sort of file, and the sum of its bytes."""

    mode: str
    oid: str

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file, neither a link nor a repository in the repository."""
        return self.mode.startswith("100")


class Difference(Struct, frozen=True):
    """A path whose content differs between two commits; None where one of them lacks it."""

    path: str
    old: Entry | None
    new: Entry | None


def empty_tree(git: Git) -> str:
    """Return the name of the tree without any file."""
    return git("mktree").decode("ascii").strip()


def files_of(git: Git, commit: str, below: str) -> dict[str, Entry]:
    """Return the files of a commit below a folder (empty: all of them), by path."""
    where = ["--", below] if below else []
    answer = git("ls-tree", "-r", "-z", "--full-tree", commit, *where)
    found = {}
    for record in answer.split(b"\0"):
        if record:
            about, _, path = record.partition(b"\t")
            mode, _, oid = about.decode("ascii").split()
            found[name_of(path)] = Entry(mode, oid)
    return found


def differences(git: Git, old: str, new: str) -> list[Difference]:
    """Return what differs between two commits or trees."""
    answer = git("diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", old, new)
    return list(_differences(iter(answer.split(b"\0"))))


def _differences(words: Iterator[bytes]) -> Iterator[Difference]:
    for about in words:
        if not about.startswith(b":"):
            continue
        old_mode, new_mode, old_oid, new_oid, _ = about[1:].decode("ascii").split()
        yield Difference(name_of(next(words)), _entry(old_mode, old_oid), _entry(new_mode, new_oid))


def _entry(mode: str, oid: str) -> Entry | None:
    return Entry(mode, oid) if set(mode) != {"0"} else None


def contents(git: Git, names: Sequence[str]) -> list[bytes | None]:
    """Return the bytes that each name stands for, such as `HEAD:evidence/x.yaml`; None for none."""
    # A line break would be the end of a question.
    asked = [name for name in names if "\n" not in name]
    answer = git("cat-file", "--batch", given=b"".join(raw_of(name) + b"\n" for name in asked))
    found: dict[str, bytes | None] = {}
    at = 0
    for name in asked:
        end = answer.index(b"\n", at)
        words = answer[at:end].split(b" ")
        at = end + 1
        if len(words) == 3 and words[1] == b"blob":
            size = int(words[2])
            found[name] = answer[at : at + size]
            at += size + 1
        elif len(words) == 3 and words[2].isdigit():
            at += int(words[2]) + 1
    return [found.get(name) for name in names]


def as_in_folder(git: Git, path: str, entry: Entry) -> bytes:
    """Return the bytes that a file gets in the folder, with the line ends and filters set for its path."""
    return git("cat-file", "--filters", f"--path={path}", entry.oid)


def store(git: Git, content: bytes) -> str:
    """Put bytes into the repository and return their sum."""
    return git("hash-object", "-w", "--stdin", given=content).decode("ascii").strip()


def sum_of(git: Git, path: str, content: bytes) -> str:
    """Return the sum that bytes in the folder would have in the repository, without putting them there."""
    return git("hash-object", "--stdin", f"--path={path}", given=content).decode("ascii").strip()


def set_entries(git: Git, entries: Sequence[tuple[str, Entry | None]], index: Path | None = None) -> None:
    """Write files into git's index, or into another one; None takes a file out of it."""
    if not entries:
        return
    # Sums are of one of two lengths.
    none = "0" * (max((len(entry.oid) for _, entry in entries if entry), default=0) or len(empty_tree(git)))
    lines = [
        raw_of(f"{entry.mode if entry else 0} {entry.oid if entry else none}\t{path}")
        for path, entry in entries
    ]
    git("update-index", "-z", "--index-info", given=b"\0".join(lines) + b"\0", index=index)
    if index is None:
        # Git looks at the files now, and need not read them whole each time it is asked.
        git("update-index", "-q", "--refresh", fine=(0, 1))
