"""What is not in the dossier yet, kept in a file of the person's own: one a window, whole or not there."""

import contextlib
import hashlib
import os
import secrets
import socket
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from tea_assistant.model.unsaved import TypedText, Unsaved, UnsavedFile
from tea_assistant.store import files
from tea_assistant.store.processes import is_running
from tea_assistant.store.state_folder import state_folder

_DISCARDED = "verworfen"
_SILENT = 60
"""Seconds without a sign after which a window is gone, even if another program has its number now."""
_KEPT_FOR = 30 * 24 * 3600
"""Seconds for which what was taken over or discarded stays."""


class LeftBehind(Struct, frozen=True):
    """What a window left that is gone, and the file where it is kept."""

    path: Path
    unsaved: Unsaved


def folder() -> Path:
    """Return where the files are."""
    return state_folder() / "unsaved"


def new_place(root: Path) -> Path:
    """Return where a window is to keep what it has not saved of a dossier."""
    return folder() / f"{_name(root)}-{secrets.token_hex(6)}.json"


def unsaved_now(root: Path, kept: tuple[UnsavedFile, ...], typed: tuple[TypedText, ...]) -> Unsaved:
    """Return what this window has not saved, as of now."""
    now = datetime.now().astimezone().replace(microsecond=0)
    return Unsaved(str(root.resolve()), now, socket.gethostname(), os.getpid(), kept, typed)


def write(path: Path, unsaved: Unsaved) -> None:
    """Write what is not saved, readable for its owner alone; raises `OSError`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Half a character that a terminal has sent can be in no file.
    text = msgspec.json.encode(_whole_characters(msgspec.to_builtins(unsaved)))
    files.write_atomic(path, text)


def remove(path: Path) -> None:
    """Remove a file that is needed no more."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def touch(path: Path) -> None:
    """Say that the window of a file is still there."""
    with contextlib.suppress(OSError):
        os.utime(path)


def set_aside(path: Path) -> None:
    """Put a file away that was dealt with; for 30 days it can still be found."""
    place = path.parent / _DISCARDED
    with contextlib.suppress(OSError):
        place.mkdir(mode=0o700, exist_ok=True)
        path.replace(place / path.name)
        touch(place / path.name)
        for old in place.iterdir():
            if time.time() - old.stat().st_mtime > _KEPT_FOR:
                old.unlink()


def left_behind(root: Path | None = None) -> list[LeftBehind]:
    """Return what windows left that are gone, newest first; of all dossiers, or of one."""
    pattern = f"{_name(root)}-*.json" if root else "*.json"
    found = [LeftBehind(path, kept) for path in folder().glob(pattern) if (kept := _read(path))]
    gone = [one for one in found if not _is_open(one)]
    return sorted(gone, key=lambda one: one.unsaved.written, reverse=True)


def _name(root: Path) -> str:
    return hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]


def _is_open(one: LeftBehind) -> bool:
    stamp = files.stamp(one.path)
    heard = stamp is not None and abs(time.time() - stamp.modified / 1e9) < _SILENT
    # A home folder may be used on several computers at once.
    return heard and (one.unsaved.computer != socket.gethostname() or is_running(one.unsaved.process))


def _read(path: Path) -> Unsaved | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Unsaved)
    except (OSError, msgspec.MsgspecError):
        return None


def _whole_characters(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {key: _whole_characters(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_whole_characters(inner) for inner in value]
    return value
