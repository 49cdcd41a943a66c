"""The command that a user can type next, spelled so that it works from where they are."""

import os
import shutil
import sys
from pathlib import Path


def command_line(*arguments: str | Path) -> str:
    """Return a call of this program with these arguments, ready to be typed."""
    words = [*_program(), *(str(argument) for argument in arguments)]
    # A build only asks where a file is, and would load what starts programs.
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import join

    return join(words)


def from_here(path: Path) -> Path:
    """Return the shorter way to a file: from the current folder where it lies below, else its full path."""
    here, there = Path.cwd(), path.resolve()
    return there.relative_to(here) if there.is_relative_to(here) else there


def _program() -> list[str]:
    called = Path(sys.argv[0])
    if called.stem != "tea":
        # `python -m tea_assistant`
        return ["python" if sys.platform == "win32" else "python3", "-m", "tea_assistant"]
    found = shutil.which("tea")
    if found and called.exists() and Path(found).samefile(called):
        return ["tea"]
    return [os.path.relpath(called) if called.is_absolute() else str(called)]
