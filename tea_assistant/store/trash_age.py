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
_LONGEST_REST = timedelta(days=7)
"""So much of the time between two deletions counts: more may be a clock that was set ahead."""


def folders(root: Path) -> list[Path]:
    """Return the folders in the trash, one for each time that something was thrown away."""
    try:
        entries = list(os.scandir(root / TRASH))
    except OSError:
        return []
    return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]


def remove_old(root: Path, now: datetime) -> None:
    """Remove for good what was thrown away more than 30 days ago; the log says how much.

    A clock set a year ahead makes everything old at once. So the time from one deletion to the next counts as
    a week at most: what is seldom used keeps its trash for longer, and no clock empties it in one go.
    """
    thrown = sorted((moment, folder) for folder in folders(root) if (moment := moment_in(folder.name)))
    age, later, removed = timedelta(), now, 0
    for moment, folder in reversed(thrown):
        # What lies in the future was thrown away while the clock was wrong.
        age += min(max(later - moment, timedelta()), _LONGEST_REST)
        later = min(later, moment)
        if age > KEPT_FOR:
            with contextlib.suppress(OSError):
                shutil.rmtree(folder)
                removed += 1
    if removed:
        note("removed from the trash after 30 days", folders=removed)
