"""The dossiers that a person opened last on this computer, for the first screen of the next start."""

import contextlib
from pathlib import Path

import msgspec
from msgspec import Struct

from tea_assistant.store import files
from tea_assistant.store.state_folder import state_folder

_KEPT = 8
_LARGEST = 100_000
"""Bytes; what is larger was not written here."""


class Recent(Struct, frozen=True):
    """A dossier that was open: its folder, and what its organisation is called."""

    root: Path
    name: str


def recent_dossiers() -> tuple[Recent, ...]:
    """Return the dossiers that were opened last, newest first; nobody has looked whether they are there."""
    try:
        return tuple(
            msgspec.json.decode(files.read_bytes(_place(), _LARGEST), type=list[Recent], dec_hook=_path)
        )
    except (OSError, ValueError, TypeError):
        # What is broken is written anew the next time.
        return ()


def remember(root: Path, name: str) -> None:
    """Put a dossier at the top of the list."""
    root = root.resolve()
    others = [known for known in recent_dossiers() if known.root != root]
    _write([Recent(root, name), *others][:_KEPT])


def forget(root: Path) -> None:
    """Take a dossier off the list, such as one that is not there any more."""
    _write([known for known in recent_dossiers() if known.root != root])


def _place() -> Path:
    return state_folder() / "recent.json"


def _write(dossiers: list[Recent]) -> None:
    # A list for comfort is worth no error.
    with contextlib.suppress(OSError):
        _place().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.write_atomic(_place(), msgspec.json.encode(dossiers, enc_hook=str))


def _path(kind: type, value: object) -> object:
    return kind(value)
