"""The file that says who has a dossier open: one line of its own in the folder, never part of the dossier."""

import contextlib
import getpass
import os
import secrets
import socket
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.store import files
from tea_assistant.store.processes import is_running
from tea_assistant.store.yaml import reader as yaml_reader
from tea_assistant.store.yaml import writer as yaml_writer

LOCK_FILE = ".tea-lock"
"""A hidden name that no kind of file has, so that nothing reads, packs or shares it."""
_MAX_BYTES = 4_000


class Holder(Struct, frozen=True):
    """A window that has a dossier open."""

    user: str
    computer: str
    process: int
    since: datetime
    seen: datetime
    """When it last said that it is still there."""
    token: str
    """Tells this window from every other, also one of the same program and person."""

    @property
    def is_dead(self) -> bool:
        """Whether its process is known to be gone: only of this computer that can be known."""
        return self.computer == _computer() and not is_running(self.process)


def here(now: datetime) -> Holder:
    """Return this window as the holder of a dossier."""
    return Holder(_user(), _computer(), os.getpid(), now, now, secrets.token_hex(8))


def holder(root: Path) -> Holder | None:
    """Return who has a dossier open; None where nobody has, or the file does not tell.

    Raises `OSError` where the file cannot be read.
    """
    try:
        raw = files.read_bytes(root / LOCK_FILE, _MAX_BYTES)
    except FileNotFoundError:
        return None
    return _parsed(raw)


def create(root: Path, me: Holder) -> bool:
    """Write down that this window has the dossier open; False where some other file is there already.

    Raises `OSError` where the folder takes no file.
    """
    try:
        descriptor = os.open(root / LOCK_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        return False
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(_written(me))
    except OSError:
        # Half a line would keep the others guessing who is there.
        with contextlib.suppress(OSError):
            (root / LOCK_FILE).unlink()
        raise
    return True


def take_over(root: Path, me: Holder) -> None:
    """Write this window over whatever says that another has the dossier open; raises `OSError`."""
    files.write_atomic(root / LOCK_FILE, _written(me))


def renewed(root: Path, me: Holder, now: datetime) -> Holder:
    """Say that this window is still there; raises `OSError`, and `ChangedOnDisk` where it was taken over."""
    again = replace(me, seen=now)
    files.write_checked(root / LOCK_FILE, _written(again), _written(me))
    return again


def remove(root: Path, me: Holder) -> None:
    """Take the file away, if it is this window's own."""
    with contextlib.suppress(OSError):
        found = holder(root)
        if found and found.token == me.token:
            (root / LOCK_FILE).unlink()


def _written(me: Holder) -> bytes:
    value = {
        "user": me.user,
        "computer": me.computer,
        "process": me.process,
        "since": me.since.isoformat(timespec="seconds"),
        "seen": me.seen.isoformat(timespec="seconds"),
        "token": me.token,
    }
    return yaml_writer.dump(value).encode()


def _parsed(raw: bytes) -> Holder | None:
    value = yaml_reader.read(yaml_reader.decode(raw)[0]).value
    try:
        found = Holder(
            str(value["user"]),
            str(value["computer"]),
            int(value["process"]),
            datetime.fromisoformat(value["since"]).astimezone(),
            datetime.fromisoformat(value["seen"]).astimezone(),
            str(value["token"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
    return found if found.token else None


def _user() -> str:
    try:
        return getpass.getuser() or "unbekannt"
    except (ImportError, KeyError, OSError):
        return "unbekannt"


def _computer() -> str:
    return socket.gethostname() or "unbekannt"
