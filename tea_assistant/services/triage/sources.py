"""Finds the files that somebody brings along: files, folders of them, other dossiers."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tea_assistant.model.layout import DOSSIER_FILE

MOST_FILES = 500
"""Of a folder; whoever brings more has chosen the wrong one."""
_DEEPEST = 5


class Found(Struct, frozen=True):
    """A file or dossier to be read, or why something is not."""

    path: Path
    name: str
    """As it is called in messages: in a folder, with the folders inside it."""
    is_dossier: bool = False
    remark: str = ""


def find_sources(paths: Sequence[Path]) -> list[Found]:
    """Return what there is to read, in the order in which it was given; a folder in that of its names."""
    return [found for path in paths for found in _of(path)]


def _of(path: Path) -> Iterator[Found]:
    if path.is_file() and path.name == DOSSIER_FILE:
        path = path.parent
    if not path.is_dir():
        missing = "" if path.exists() else "Diese Datei gibt es nicht."
        yield Found(path, path.name or str(path), remark=missing)
        return
    if (path / DOSSIER_FILE).is_file():
        yield Found(path, path.resolve().name, is_dossier=True)
        return
    count = 0
    for count, found in enumerate(_below(path, "", 1), start=1):
        if count > MOST_FILES:
            remark = f"Nach {MOST_FILES} Dateien wurde aufgehört; bitte die übrigen einzeln angeben."
            yield Found(path, path.name or str(path), remark=remark)
            return
        yield found
    if not count:
        yield Found(path, path.name or str(path), remark="In diesem Ordner liegt keine Datei.")


def _below(folder: Path, prefix: str, depth: int) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name.casefold())
    except OSError:
        yield Found(folder, prefix or folder.name, remark="Dieser Ordner lässt sich nicht lesen.")
        return
    for entry in entries:
        # What a system or an office program puts there for itself is nobody's document.
        if entry.name.startswith((".", "~$")) or entry.name in ("Thumbs.db", "desktop.ini"):
            continue
        name, path = f"{prefix}{entry.name}", Path(entry.path)
        if entry.is_symlink():
            yield Found(path, name, remark="Das ist eine Verknüpfung; sie wird nicht verfolgt.")
        elif not entry.is_dir():
            yield Found(path, name)
        elif (path / DOSSIER_FILE).is_file():
            yield Found(path, name, is_dossier=True)
        elif depth < _DEEPEST:
            yield from _below(path, f"{name}/", depth + 1)
        else:
            yield Found(path, name, remark="Dieser Ordner liegt zu tief und wurde nicht gelesen.")
