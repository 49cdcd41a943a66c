"""The folders in the trash of a dossier, and how long they stay."""

import contextlib
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from tea_assistant.model.trash_names import TRASH, moment_in
from tea_assistant.store.program_log import note

KEPT_FOR = timedelta(days=30)
"""So long everything can be brought back."""


def folders(root: Path) -> list[Path]:
    """Return the folders in the trash, one for each time that something was thrown away."""
    try:
        entries = list(os.scandir(root / TRASH))
    except OSError:
        return []
    return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]


def remove_old(root: Path, now: datetime) -> None:
    """Remove for good what was thrown away more than 30 days ago; the log says how much."""
    removed = 0
    for folder in folders(root):
        moment = moment_in(folder.name)
        if moment and now - moment > KEPT_FOR:
            with contextlib.suppress(OSError):
                shutil.rmtree(folder)
                removed += 1
    if removed:
        note("removed from the trash after 30 days", folders=removed)
