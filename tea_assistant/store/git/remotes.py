"""Fetching from and pushing to the repository that others share."""

import os

from msgspec import Struct

from tea_assistant.errors import GitError
from tea_assistant.patterns import bytes_regex
from tea_assistant.store.git.process import Tick
from tea_assistant.store.git.push_hooks import hooks_at_push
from tea_assistant.store.git.refusals import refused
from tea_assistant.store.git.repository import Repository
from tea_assistant.store.git.strangers import is_neighbour

_MISSING = b"couldn't find remote ref"
_RECEIVING = (
    f"git -c core.hooksPath={os.devnull} -c core.alternateRefsCommand=true"
    " -c receive.autogc=false receive-pack"
)
"""How a repository receives that may have come along with this one: nothing that lies in it is run."""
_OVERTAKEN = bytes_regex(
    rb"\[rejected\]|fetch first|non-fast-forward|cannot lock ref|failed to lock|incorrect old value"
)


class Remote(Struct, frozen=True):
    """Where a branch comes from and goes to."""

    name: str
    branch: str
    """The full name of the branch there."""
    is_set: bool
    """Whether git knows already that the branch at hand belongs to it."""


def remote_of(repository: Repository) -> Remote | None:
    """Return what the branch at hand is shared with; None where the repository is shared with nobody."""
    branch = repository.branch
    config = repository.git.line
    name = config("config", f"branch.{branch}.remote", fine=(0, 1))
    there = config("config", f"branch.{branch}.merge", fine=(0, 1))
    if name and there:
        return Remote(name, there, is_set=True)
    known = config("remote").split("\n") if config("remote") else []
    if not known:
        return None
    if len(known) > 1 and "origin" not in known:
        raise GitError(
            f"Es gibt mehrere entfernte Repositorien ({', '.join(known)}), und keines ist ausgewählt.",
            hint=f"Eines auswählen: git branch --set-upstream-to {known[0]}/{branch}",
        )
    return Remote("origin" if "origin" in known else known[0], f"refs/heads/{branch}", is_set=False)


def fetch(repository: Repository, remote: Remote, tick: Tick, *, whole: bool = False) -> str:
    """Bring what others have pushed, and return its commit; empty where they have no such branch yet."""
    arguments = (
        "fetch", "--no-tags", "--no-recurse-submodules", "--progress", *(("--unshallow",) if whole else ()),
        "--", remote.name, remote.branch,
    )  # fmt: skip
    done = repository.git.remote(*arguments, tick=tick)
    if done.returncode:
        if _MISSING in done.stderr:
            return ""
        raise refused(arguments, done.stderr)
    return repository.git.line("rev-parse", "--verify", "FETCH_HEAD^{commit}")


def push(repository: Repository, remote: Remote, commit: str, tick: Tick) -> bool:
    """Send a commit; return False where somebody else was faster. Nothing is ever overwritten there."""
    asked = ("remote", "get-url", "--push", "--all", remote.name)
    addresses = repository.git.line(*asked, fine=(0, 2, 128)) or remote.name
    is_near = any(is_neighbour(repository, address) for address in addresses.split("\n"))
    arguments = (
        "push", "--no-recurse-submodules", "--porcelain", "--progress",
        *((f"--receive-pack={_RECEIVING}",) if is_near else ()),
        "--", remote.name, f"{commit}:{remote.branch}",
    )  # fmt: skip
    with hooks_at_push(repository) as hooks:
        done = repository.git.remote(*arguments, tick=tick, hooks=hooks)
    if done.returncode:
        said = done.stdout + done.stderr
        if _OVERTAKEN.search(said):
            return False
        raise refused(arguments, said)
    if not remote.is_set:
        branch = repository.branch
        repository.git("config", f"branch.{branch}.remote", remote.name)
        repository.git("config", f"branch.{branch}.merge", remote.branch)
    return True
