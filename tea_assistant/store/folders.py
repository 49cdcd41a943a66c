"""Folders as a place to write in: made for good, synced, and for one window at a time."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_TRIES = 1000
_PAUSE = 0.01
"""Seconds: ten in all, in which another window of this program writes one file."""
_UNSURE = (errno.EIO, errno.ENOSPC, errno.EDQUOT)


def make_folders(folder: Path, below: Path | None = None) -> None:
    """Make a folder with all above it, and return once they are on the disk; raises `OSError`.

    What it is to lie `below` has to be there: a dossier that was moved away is not made anew.
    """
    if folder.is_dir():
        return
    if folder == below:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
    make_folders(folder.parent, below)
    folder.mkdir(exist_ok=True)
    # What is in a folder survives a power cut only if its own name does.
    sync(folder.parent)


def sync(folder: Path) -> None:
    """Return once the names in a folder, or what is in a file, are on the disk; raises `OSError`."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        # Windows cannot open folders, and some network drives cannot sync them: nobody can help that.
        # A disk that fails or is full is another matter: what was written may be gone tomorrow.
        if error.errno in _UNSURE:
            raise


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other windows of this program out of a folder between a look at a file and its replacement.

    Where a system knows no such thing (Windows, some network drives) it does without. Raises `OSError` where
    another window does not come to its end.
    """
    held = _held(folder)
    try:
        yield
    finally:
        # The system lets go of it by itself when a process dies.
        if held is not None:
            os.close(held)


def _held(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 (Windows has none)

    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    for _ in range(_TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        except OSError:
            return descriptor
        else:
            return descriptor
    os.close(descriptor)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(folder))
