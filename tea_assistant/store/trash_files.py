"""What lies in the trash of a dossier."""

import os
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from tea_assistant.model.trash_names import moment_in
from tea_assistant.store import snapshot_files
from tea_assistant.store.temporary_files import is_temporary
from tea_assistant.store.trash_age import folders


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
        for folder in folders(root)
        if (moment := moment_in(folder.name))
        for one in _in_folder(folder, moment)
    ]
    return sorted(found, key=lambda one: (one.moment, one.path.as_posix()), reverse=True)


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
                case _ if not path.is_symlink() and not is_temporary(file) and snapshot_files.has_place(file):
                    found[file] = Trashed(file, moment, path)
    return list(found.values())
