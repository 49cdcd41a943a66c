"""Making commits and moving the branch to them, each in one step that happens or does not."""

from collections.abc import Sequence

from tea_assistant.store.git.repository import Repository


def make_commit(repository: Repository, tree: str, parents: Sequence[str], message: str) -> str:
    """Keep a tree as a commit that no branch leads to yet, and return its name."""
    given = [word for parent in parents for word in ("-p", parent)]
    raw = message.encode("utf-8", "replace")
    return repository.git("commit-tree", *given, tree, given=raw).decode("ascii").strip()


def move_branch(repository: Repository, old: str, new: str) -> None:
    """Let the branch at hand lead to another commit; raises `GitError` where it has moved meanwhile."""
    # An empty name stands for a branch without any commit.
    repository.git("update-ref", "-m", "tea sync", "HEAD", new, old)


def common_origin(repository: Repository, mine: str, theirs: str) -> str:
    """Return the commit that both were made from; empty where there is none."""
    return repository.git.line("merge-base", mine, theirs, fine=(0, 1))
