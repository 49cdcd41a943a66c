"""The commits that touched a file or a folder, newest first."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from msgspec import Struct

from tea_assistant.store.git.process import name_of
from tea_assistant.store.git.repository import Repository

_END = b"\x1e"
_PARTS = "%x1e%H%x00%P%x00%aI%x00%aN%x00%s%x00"


class Commit(Struct, frozen=True):
    """One commit: who made it when, and which paths it changed; a merge those that it made itself."""

    id: str
    parents: tuple[str, ...]
    """None for the first commit of all, several where branches were merged."""
    when: datetime
    """In the local time of whoever made it."""
    who: str
    subject: str
    paths: tuple[str, ...] = ()


def commits(repository: Repository, path: str, limit: int) -> list[Commit]:
    """Return the newest commits that changed something at a path or below it (empty: anywhere)."""
    if not repository.head:
        return []
    where = ["--", path] if path else []
    # Also what a merge has dropped again is part of the history.
    answer = repository.git(
        "--literal-pathspecs", "log", f"--format={_PARTS}", "--name-only", "-z", "--no-renames", "-c",
        "--full-history", "--date-order", "HEAD", *where,
    )  # fmt: skip
    # A merge that only brought branches together has changed nothing itself.
    return list(islice((commit for commit in _commits(answer) if commit.paths), limit))


def _commits(answer: bytes) -> Iterator[Commit]:
    for record in answer.split(_END)[1:]:
        commit, parents, when, who, subject, *paths = record.split(b"\0")
        yield Commit(
            commit.decode("ascii"),
            tuple(parents.decode("ascii").split()),
            datetime.fromisoformat(when.decode("ascii")),
            who.decode("utf-8", "replace"),
            subject.decode("utf-8", "replace"),
            tuple(name_of(path.lstrip(b"\n")) for path in paths if path.strip(b"\n")),
        )
