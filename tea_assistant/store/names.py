"""The names that a folder has, and how they spell what a path says."""

import os
from pathlib import Path

from tea_assistant.model.file_names import composed


def listed(folder: Path) -> list[str]:
    """Return the names in a folder, sorted; none where it cannot be read."""
    try:
        return sorted(entry.name for entry in os.scandir(folder))
    except (OSError, ValueError):
        return []


def on_disk(home: Path, relative: str) -> Path:
    """Return a path below a folder with its umlauts as the disk has them, in one piece or in two."""
    place = home
    for part in relative.split("/"):
        place = place / (part if part.isascii() else _as_there(place, part))
    return place


def _as_there(folder: Path, name: str) -> str:
    if os.path.lexists(folder / name):
        return name
    wanted = composed(name)
    return next((found for found in listed(folder) if composed(found) == wanted), name)
