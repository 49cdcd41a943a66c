"""The starter as Linux desktops read it: a `.desktop` file."""

from collections.abc import Sequence
from pathlib import Path

from tea_assistant.errors import UsageError

_IN_QUOTES = '"`$\\'
"""What has to be escaped between quotation marks in a command."""


def desktop_entry(title: str, command: Sequence[str], icon: Path, *, in_terminal: bool) -> str:
    """Return the file; raises `UsageError` where a path can't stand in it."""
    lines = {
        "Type": "Application",
        "Name": _text(title),
        "Comment": "Bewerbung um das TOTAL E-QUALITY Prädikat",
        "Exec": _text(" ".join(map(_argument, command))),
        "Icon": _text(str(icon)),
        "Terminal": "true" if in_terminal else "false",
        "StartupNotify": "false",
        "Categories": "Office;",
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def _argument(argument: str) -> str:
    """Quote an argument, in which `%` would stand for files that were dropped on the starter."""
    if not argument.isprintable():
        raise UsageError(f"Ein Starter kann diesen Ordner nicht öffnen: {argument!r}")
    escaped = "".join(f"\\{character}" if character in _IN_QUOTES else character for character in argument)
    return f'"{escaped.replace("%", "%%")}"'


def _text(text: str) -> str:
    """Write a text as the value of a key."""
    return text.replace("\\", "\\\\")
