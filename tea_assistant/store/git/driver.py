"""Tells git to merge the files of a dossier with this program, also on the shell."""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from tea_assistant.store.files import TRASH, write_checked
from tea_assistant.store.git.process import Git
from tea_assistant.store.git.repository import Repository
from tea_assistant.store.lock import LOCK_FILE

ATTRIBUTES = ".gitattributes"
"""Where git looks up how the files of a folder are to be merged."""
_LINES = (
    "# Git führt die Texte der Mappe feldweise zusammen und lässt Anlagen Byte für Byte, wie sie sind.",
    "/dossier.yaml merge=tea",
    "/theme.yaml merge=tea",
    "/action_fields/**/*.y*ml merge=tea",
    "/cycles/**/*.y*ml merge=tea",
    "/evidence/*.y*ml merge=tea",
    "/figures/*.y*ml merge=tea",
    "/import/*.y*ml merge=tea",
    "/attachments/** -text",
)
_OF_THIS_COMPUTER = (LOCK_FILE, f"{TRASH}/")
"""What git needs not look at in this clone."""


def make_repository(root: Path) -> None:
    """Make a folder a repository of its own."""
    git = Git(root)
    git("init", "-q")
    git("symbolic-ref", "HEAD", "refs/heads/main")


def set_up(repository: Repository, root: Path) -> None:
    """Write down which files are merged by this program, and how it is called; what is there stays."""
    _append(root / ATTRIBUTES, _LINES)
    _name_program(repository)


def adopt(repository: Repository, root: Path) -> None:
    """Name this program to git where the dossier asks for it: a clone brings its files, but no settings."""
    place = root / ATTRIBUTES
    if place.is_file() and b"merge=tea" in place.read_bytes():
        _name_program(repository)


def _append(place: Path, lines: Sequence[str]) -> None:
    """Put lines at the end of a file that lacks them."""
    before = place.read_bytes() if place.is_file() else None
    begun = before or b""
    there = begun.decode("utf-8", "replace").splitlines()
    missing = [line for line in lines if line not in there]
    if missing:
        begun += b"\n" if begun and not begun.endswith(b"\n") else b""
        write_checked(place, begun + "\n".join([*missing, ""]).encode(), before)


def _name_program(repository: Repository) -> None:
    # Git runs it by a shell of its own, on Windows too. -P: nothing is imported from the repository.
    program = shlex.quote(Path(sys.executable).as_posix())
    call = f"{program} -P -m tea_assistant merge-driver %O %A %B %P"
    if repository.git.line("config", "merge.tea.driver", fine=(0, 1)) != call:
        exclude = repository.git.line("rev-parse", "--git-path", "info/exclude")
        _append(repository.top / exclude, _OF_THIS_COMPUTER)
        repository.git("config", "merge.tea.name", "Mappen feldweise")
        repository.git("config", "merge.tea.driver", call)
