"""What lies in the trash of a dossier, and until when."""

import contextlib
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from tea_assistant.model.trash_names import moment_in
from tea_assistant.store import files, snapshot_files
from tea_assistant.store.program_log import note

KEPT_FOR = timedelta(days=30)
"""So long everything can be brought back."""


class Trashed(Struct, frozen=True):
    """A file that was thrown away, or a whole named state."""

    file: str
    """Where it stood in the dossier; of a state its folder."""
    moment: datetime
    path: Path
    """Where it lies now."""

    @property
    def is_state(self) -> bool:
        """Whether it is a named state with all its files."""
        return self.file.startswith(f"{snapshot_files.FOLDER}/")


def trashed(root: Path) -> list[Trashed]:
    """Return what lies in the trash, latest first."""
    found = [
        one
        for folder in _folders(root)
        if (moment := moment_in(folder.name))
        for one in _in_folder(folder, moment)
    ]
    return sorted(found, key=lambda one: (one.moment, one.path.as_posix()), reverse=True)


def remove_old(root: Path, now: datetime) -> None:
    """Remove for good what was thrown away more than 30 days ago; the log says how much."""
    removed = 0
    for folder in _folders(root):
        moment = moment_in(folder.name)
        if moment and now - moment > KEPT_FOR:
            with contextlib.suppress(OSError):
                shutil.rmtree(folder)
                removed += 1
    if removed:
        note("removed from the trash after 30 days", folders=removed)


def _folders(root: Path) -> list[Path]:
    try:
        entries = list(os.scandir(files.own_place(root, files.TRASH)))
    except OSError:
        return []
    return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]


def _in_folder(folder: Path, moment: datetime) -> list[Trashed]:
    found: dict[str, Trashed] = {}
    for place, inner, names in os.walk(folder):
        inner.sort()
        for name in names:
            path = Path(place, name)
            file = path.relative_to(folder).as_posix()
            match file.split("/"):
                case [snapshot_files.FOLDER, snapshot_files.ATTACHMENTS, *_]:
                    # They come back with their state.
                    continue
                case [snapshot_files.FOLDER, state, _, *_]:
                    file = f"{snapshot_files.FOLDER}/{state}"
                    found[file] = Trashed(file, moment, folder / file)
                case _ if (
                    not path.is_symlink() and not files.is_temporary(file) and snapshot_files.has_place(file)
                ):
                    found[file] = Trashed(file, moment, path)
    return list(found.values())
