"""What a repository brings along that git would run: its own settings, and a neighbour to share it with."""

from collections.abc import Iterator
from pathlib import Path

from tea_assistant.errors import GitError
from tea_assistant.patterns import regex
from tea_assistant.store.git.process import Git, name_of
from tea_assistant.store.git.repository import Repository

_OF_THE_FOLDER = frozenset((b"local", b"worktree"))
_PROGRAMS = regex(
    r"filter\..*\.(clean|smudge|process)"
    r"|core\.(sshcommand|gitproxy|alternaterefscommand)"
    r"|credential\.(.*\.)?helper"
    r"|remote\..*\.(uploadpack|receivepack|vcs)"
    r"|gpg\.(.*\.)?program|gpg\.ssh\.defaultkeycommand"
    r"|gc\.recentobjectshook|url\..*\.(push)?insteadof"
    r"|lfs\.(customtransfer\..*\.path|extension\..*\.(clean|smudge)|standalonetransferagent)"
)
"""Settings that say which programs fetching, merging or pushing starts, or hide where it leads."""
_ALLOWED = regex(r"protocol\.(.*\.)?allow")
_HARMLESS = regex(
    # Helpers that come with git or with the system, by their bare names.
    r"credential\.(?:.*\.)?helper\n[a-z0-9-]*"
    # What „git lfs install --local“ writes; the program itself is one that was installed here.
    r"|filter\.lfs\.clean\ngit-lfs clean -- %f|filter\.lfs\.smudge\ngit-lfs smudge (?:--skip )?-- %f"
    r"|filter\.lfs\.process\ngit-lfs filter-process(?: --skip)?"
    r"|protocol\.(?:.*\.)?allow\n(?:never|user)"
)
_LOCAL = regex(r"(?!\w[\w+.-]*::)(?!\w[\w+.-]*://)(?:[A-Za-z]:[\\/]|[^:]*$|[^:]*/)")
"""An address that is a path: no colon before the first slash, unless it is a drive's."""


def require_own_settings(repository: Repository) -> None:
    """Refuse a repository whose settings name programs that the person's own settings do not name."""
    _require_mutual(repository)
    found = sorted({key for key, value in _foreign(repository.git) if _would_run(key, value)})
    if found:
        named = ", ".join(found)
        raise GitError(
            "Die Git-Einstellungen in diesem Ordner bestimmen, welche Programme beim Abgleichen laufen: "
            f"{named}",
            hint="Kommt der Ordner von anderen, bitte nicht abgleichen. Was darin steht, zeigt „git config "
            "--local --list“. Sind es Ihre eigenen, gehören sie in Ihre Einstellungen (git config --global) "
            "und können hier mit „git config --unset-all NAME“ weg. Es wurde nichts verändert.",
        )


def is_neighbour(repository: Repository, address: str) -> bool:
    """Tell whether an address is a path that may have come along with the folder."""
    if not _LOCAL.match(address):
        return False
    path = Path(address)
    return not path.is_absolute() or path.resolve().is_relative_to(repository.top.resolve())


def _would_run(key: str, value: str) -> bool:
    return bool(_PROGRAMS.fullmatch(key) or _ALLOWED.fullmatch(key)) and not _HARMLESS.fullmatch(
        f"{key}\n{value}"
    )


def _foreign(git: Git) -> Iterator[tuple[str, str]]:
    """Yield the settings that stand in the folder alone, keys in lower case."""
    words = git("config", "--show-scope", "--includes", "-z", "--list").split(b"\0")
    settings = [
        (scope, name_of(key).lower(), name_of(value))
        for scope, (key, _, value) in zip(
            words[:-1:2], (w.partition(b"\n") for w in words[1::2]), strict=True
        )
    ]
    own = {(key, value) for scope, key, value in settings if scope not in _OF_THE_FOLDER}
    for scope, key, value in settings:
        if scope in _OF_THE_FOLDER and (key, value) not in own:
            yield key, value


def _require_mutual(repository: Repository) -> None:
    """Refuse a repository that works in a folder which does not know it, such as somebody's home."""
    theirs = Git(repository.top).line("rev-parse", "--absolute-git-dir", fine=(0, 128))
    if not theirs or Path(theirs).resolve() != repository.folder.resolve():
        raise GitError(
            f"Das Repositorium in diesem Ordner würde in einem anderen Ordner schreiben: {repository.top}",
            hint="Kommt der Ordner von anderen, bitte nicht abgleichen. Die Einstellung heißt core.worktree. "
            "Es wurde nichts verändert.",
        )
