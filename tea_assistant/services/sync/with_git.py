"""Puts a dossier under git, so that several people can work on it and nothing that was said is lost."""

from pathlib import Path

from tea_assistant.errors import GitError
from tea_assistant.store.git.driver import make_repository, set_up
from tea_assistant.store.git.process import Git, program
from tea_assistant.store.git.repository import find_repository, require_repository


def has_git() -> bool:
    """Tell whether there is a git on this computer."""
    try:
        program()
    except GitError:
        return False
    return True


def can_be_used(folder: Path) -> bool:
    """Tell whether there is a git on this computer that knows who is at work."""
    if not has_git():
        return False
    try:
        return Git(folder).knows_name
    except GitError:
        return False


def is_in_repository(folder: Path) -> bool:
    """Tell whether a folder lies in a repository already."""
    return find_repository(folder) is not None


def knows_name(root: Path) -> bool:
    """Tell whether git knows who is at work; raises `GitError` where the dossier is not under git."""
    return require_repository(root).knows_name


def introduce(root: Path, name: str, mail: str) -> None:
    """Tell git who is at work in this repository."""
    require_repository(root).set_name(name, mail)


def put_under_git(root: Path) -> bool:
    """Let git merge the dossier field by field; return whether a repository was made for it."""
    is_new = not is_in_repository(root)
    if is_new:
        make_repository(root)
    set_up(require_repository(root), root)
    return is_new
