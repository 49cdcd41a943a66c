"""Which files belong to a dossier, among all that may lie in its folder and in its repository."""

import os
from collections.abc import Iterator
from pathlib import Path

from tea_assistant.model.layout import ATTACHMENTS, role_of
from tea_assistant.services.session import Session
from tea_assistant.store import dossier_files, files
from tea_assistant.store.git.driver import ATTRIBUTES
from tea_assistant.store.temporary_files import is_temporary


def is_own(file: str) -> bool:
    """Tell from its name alone whether a file is one of the dossier's."""
    return role_of(file) is not None or file == ATTRIBUTES or file.startswith(f"{ATTACHMENTS}/")


def own_files(session: Session) -> frozenset[str]:
    """Return the files of a dossier that are on disk: its texts, its attachments, what proofs point to."""
    root = session.root
    found = {file for file in dossier_files.list_files(root) if role_of(file)}
    found |= {file for file in _attachments(root / ATTACHMENTS, ATTACHMENTS) if not is_temporary(file)}
    for named, attachment in session.dossier.attachments.items():
        place = files.inside(root, named)
        if attachment.exists and place:
            # A link would bring in what it leads to under its own name.
            found.add(place.relative_to(root.resolve()).as_posix())
    if (root / ATTRIBUTES).is_file():
        found.add(ATTRIBUTES)
    return frozenset(found)


def _attachments(folder: Path, name: str) -> Iterator[str]:
    try:
        entries = [] if files.is_link(folder) else list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith("."):
                yield from _attachments(Path(entry.path), f"{name}/{entry.name}")
        elif entry.is_file(follow_symlinks=False):
            yield f"{name}/{entry.name}"
