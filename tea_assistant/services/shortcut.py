"""The starter of a dossier: an entry in the menu of the system, so that nobody has to type a command."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from platformdirs import user_data_path

from tea_assistant.errors import FileError, UsageError
from tea_assistant.prose.printable import printable
from tea_assistant.services.shortcut_linux import desktop_entry
from tea_assistant.services.shortcut_windows import INSTALL, REMOVE, environment
from tea_assistant.store import files, folders

_ICONS = Path(__file__).parents[1] / "web" / "static"
_ENTRY = "tea-assistant.desktop"
_TIMEOUT = 60


class Starter(Struct, frozen=True):
    """What a starter opens."""

    name: str
    """Of the organisation, as the user wrote it."""
    folder: Path
    in_terminal: bool = False
    """Whether it opens the terminal instead of the browser."""

    @property
    def title(self) -> str:
        """What the menu calls it."""
        return f"TEA – {printable(self.name)}" if self.name.strip() else "TEA"

    @property
    def command(self) -> list[str]:
        """What it runs."""
        serve = [] if self.in_terminal else ["serve"]
        return [sys.executable, "-m", "tea_assistant", *serve, str(self.folder)]


Run = Callable[[str, Mapping[str, str]], str]
"""Runs a script with variables of its own, and returns what it says."""


def install(starter: Starter, platform: str = sys.platform, run: Run | None = None) -> list[Path]:
    """Put the starter where the system looks for it, in place of an earlier one; return its files.

    Raises `UsageError` where this system has no such starters, `FileError` where nothing can be written.
    """
    if platform == "win32":
        variables = environment(starter.title, starter.command, starter.folder, _ICONS / "icon.ico")
        variables["TEA_WINDOW"] = "1" if starter.in_terminal else "7"
        return [Path(line) for line in (run or _powershell)(INSTALL, variables).splitlines() if line]
    path = _entry(platform)
    text = desktop_entry(starter.title, starter.command, _ICONS / "icon.svg", in_terminal=starter.in_terminal)
    try:
        folders.make_folders(path.parent)
        files.write_atomic(path, text.encode())
    except OSError as error:
        message = f"Der Starter lässt sich nicht anlegen ({path}): {files.explain(error)}"
        raise FileError(message) from error
    return [path]


def remove(platform: str = sys.platform, run: Run | None = None) -> list[Path]:
    """Take the starter away; return the files that are gone, none where there was none."""
    if platform == "win32":
        return [Path(line) for line in (run or _powershell)(REMOVE, {}).splitlines() if line]
    path = _entry(platform)
    try:
        path.unlink()
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"Der Starter lässt sich nicht entfernen ({path}): {files.explain(error)}"
        raise FileError(message) from error
    return [path]


def _entry(platform: str) -> Path:
    if not platform.startswith(("linux", "freebsd")):
        raise UsageError(
            "Für dieses System kann das Programm keinen Starter anlegen.",
            hint="Mit „tea serve“ im Terminal öffnet sich die Mappe im Browser.",
        )
    return user_data_path() / "applications" / _ENTRY


def _powershell(script: str, variables: Mapping[str, str]) -> str:
    try:
        done = subprocess.run(  # noqa: S603 (the script is ours, and what users wrote is no part of it)
            ["powershell", "-NoProfile", "-NonInteractive", "-Command", script],  # noqa: S607 (where it is differs)
            env={**os.environ, **variables},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        message = "Windows hat den Starter nicht angelegt oder nicht entfernt."
        raise FileError(message, hint=f"PowerShell: {getattr(error, 'stderr', '') or error}") from error
    return done.stdout
