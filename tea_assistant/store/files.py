"""The only module that writes files: whole or not at all, and never over what somebody else has written."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable
from datetime import datetime
from io import BufferedReader, FileIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from tea_assistant.errors import ChangedOnDisk
from tea_assistant.model import trash_names
from tea_assistant.model.file_names import composed
from tea_assistant.store import folders
from tea_assistant.store.names import on_disk
from tea_assistant.store.temporary_files import temporary_for

TRASH = trash_names.TRASH
_LONGEST_NAME = 255
"""Bytes of one part of a path."""
_LONGEST_PATH = 1000
"""Characters; no system takes four times as many bytes, and the folder of the dossier comes on top."""
_REPLACE_TRIES = 5
_REPLACE_PAUSE = 0.05
"""Seconds between tries: a virus scanner holds a fresh file for a moment on Windows."""

_HELD = (32, 33)
"""How Windows says that another program holds a file, or a part of it."""
_JUNCTION = 0xA0000003
"""What Windows calls a folder that leads to another; Python takes it for an ordinary one."""

_REASONS = {
    errno.ENOSPC: "Der Datenträger ist voll.",
    errno.EDQUOT: "Das Speicherkontingent ist erschöpft.",
    errno.EACCES: "Die Zugriffsrechte fehlen.",
    errno.EPERM: "Die Zugriffsrechte fehlen.",
    errno.EROFS: "Der Datenträger ist schreibgeschützt.",
    errno.ENOENT: "Der Ordner oder die Datei ist nicht mehr da.",
    errno.ENAMETOOLONG: "Der Name ist zu lang.",
    errno.EISDIR: "Das ist ein Ordner, keine Datei.",
    errno.ENOTDIR: "Ein Teil des Pfads ist kein Ordner.",
    errno.ELOOP: "Das ist eine Verknüpfung; gelesen und geschrieben wird nur, was in der Mappe selbst liegt.",
    errno.EINVAL: "Das ist keine gewöhnliche Datei.",
    errno.EIO: "Der Datenträger meldet einen Fehler.",
    errno.EBUSY: "Ein anderes Programm hält die Datei gerade fest.",
    errno.ETXTBSY: "Ein anderes Programm hält die Datei gerade fest.",
    errno.EFBIG: "Die Datei ist für diesen Datenträger zu groß.",
    errno.ESTALE: "Das Netzlaufwerk ist nicht mehr richtig verbunden.",
    errno.ENOTCONN: "Das Netzlaufwerk ist nicht verbunden.",
    errno.ETIMEDOUT: "Das Netzlaufwerk antwortet nicht.",
    errno.EHOSTDOWN: "Das Netzlaufwerk antwortet nicht.",
}


class Stamp(Struct, frozen=True):
    """What a file looks like from outside; another stamp means that its content may have changed."""

    modified: int
    """Nanoseconds since 1970."""
    size: int
    inode: int

    @property
    def changed(self) -> datetime:
        """When the file was last changed, in local time."""
        return datetime.fromtimestamp(self.modified / 1e9).astimezone()


def stamp(path: Path) -> Stamp | None:
    """Return the stamp of a file; None where there is none or it cannot be asked."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def read_bytes(path: Path, limit: int) -> bytes:
    """Read at most `limit` bytes of a file; raises `OSError` for links, pipes and the like."""
    if is_link(path):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    # A buffer would ask the system twice as often, and room for `limit` bytes costs more than the reading.
    try:
        handle = FileIO(path, opener=_open_at_once)
    except ValueError as error:
        # A name with a NUL in it, as a stranger's list may give one.
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path)) from error
    with handle:
        size = _size(handle, path)
        return handle.readall() if limit < 0 or size < limit else handle.read(limit)


def open_bytes(path: Path) -> BufferedReader:
    """Open a file for reading, links followed; raises `OSError` for pipes and the like."""
    # Opened the ordinary way, a pipe would keep its reader waiting for ever.
    handle = open(path, "rb", opener=_open_at_once)  # noqa: SIM115 (the caller closes it)
    try:
        _size(handle, path)
    except OSError:
        handle.close()
        raise
    return handle


def _size(handle: FileIO | BufferedReader, path: Path) -> int:
    """Return the bytes of an ordinary file; raises `OSError` for all others."""
    status = os.fstat(handle.fileno())
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return status.st_size


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def explain(error: OSError) -> str:
    """Say in German why the system refused."""
    # Windows calls a file that another program holds a lack of rights.
    held = getattr(error, "winerror", None) in _HELD
    return _REASONS.get(errno.EBUSY if held else error.errno or 0, "Das System hat es verweigert.")


def is_link(path: Path) -> bool:
    """Tell whether a path leads elsewhere: a symbolic link, or a junction of Windows."""
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def is_writable(folder: Path) -> bool:
    """Tell whether files can be made in a folder."""
    return os.access(folder, os.W_OK | os.X_OK)


def inside(root: Path, relative: str) -> Path | None:
    """Return where a path of the dossier leads, links followed; None where it would leave the dossier."""
    # Windows separators mean the same on every system, so that a dossier can travel.
    unified = relative.replace("\\", "/")
    if not unified or unified.startswith("/") or ":" in unified or any(ord(c) < 32 for c in unified):
        return None
    home = root.resolve()
    try:
        # No system takes longer names, but some fail only when the file is looked for.
        longest = max(len(part.encode()) for part in unified.split("/"))
        if longest > _LONGEST_NAME or len(unified) > _LONGEST_PATH:
            return None
        target = on_disk(home, unified).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return target if target != home and target.is_relative_to(home) else None


def own_place(root: Path, relative: str) -> Path:
    """Return a place in the dossier to write to; raises `OSError` where a link would lead out of it."""
    if inside(root, relative) is None:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(root / relative))
    return root / relative


def plainly_inside(root: Path, relative: str) -> Path | None:
    """Return where a path of the dossier leads if nothing on the way is a link; None otherwise."""
    target = inside(root, relative)
    meant = root.resolve() / relative.replace("\\", "/")
    # Windows returns names in their own case, and compares them without.
    return target if target and Path(composed(str(target))) == Path(composed(str(meant))) else None


def write_checked(path: Path, data: bytes, expected: bytes | None, *, below: Path | None = None) -> None:
    """Write a file that still holds `expected` (None: no file); raises `ChangedOnDisk` otherwise.

    The folder `below` which it lies has to be there.
    """

    def check() -> None:
        found = _content(path)
        if found not in (expected, data):
            raise ChangedOnDisk("Die Datei wurde inzwischen außerhalb geändert.", file=path.name, found=found)

    # Once before any work, and once more as close to the replacement as can be.
    check()
    _write(path, lambda handle: handle.write(data), check, below)


def remove_checked(path: Path, expected: bytes | None) -> None:
    """Remove a file that still holds `expected`; raises `ChangedOnDisk` otherwise."""
    with folders.alone_in(path.parent):
        found = _content(path)
        if found is None:
            return
        if found != expected:
            message = "Die Datei wurde inzwischen außerhalb geändert."
            raise ChangedOnDisk(message, file=path.name, found=found)
        path.unlink()
    folders.sync(path.parent)


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and return once it is on the disk; raises `OSError`."""
    _write(path, lambda handle: handle.write(data), lambda: None)


def copy_atomic(source: Path, path: Path) -> None:
    """Copy a file of any size whole or not at all, and return once it is on the disk; raises `OSError`."""
    import shutil  # noqa: PLC0415 (loads what unpacks archives; most only read)

    with open_bytes(source) as given:
        _write(path, lambda handle: shutil.copyfileobj(given, handle), lambda: None)


def move(source: Path, target: Path, *, below: Path | None = None) -> None:
    """Move a file or a folder to a free place, and return once that is on the disk; raises `OSError`."""
    folders.make_folders(target.parent, below)
    _replace(source, target)
    # The new name first: at no time is there none.
    folders.sync(target.parent)
    folders.sync(source.parent)


def _write(
    path: Path, fill: Callable[[BinaryIO], object], check: Callable[[], None], below: Path | None = None
) -> None:
    import shutil  # noqa: PLC0415 (as above)

    # Replacing needs the permission of the folder only, so that of the file has to be asked for.
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    folders.make_folders(path.parent, below)
    with temporary_for(path) as temporary:
        descriptor = os.open(
            temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
        )
        with os.fdopen(descriptor, "wb") as handle:
            fill(handle)
            handle.flush()
            os.fsync(handle.fileno())
        with contextlib.suppress(OSError):
            shutil.copymode(path, temporary)
        with folders.alone_in(path.parent):
            check()
            _replace(temporary, path)
    folders.sync(path.parent)


def move_to_trash(root: Path, file: str, expected: bytes | None) -> None:
    """Move a file to the dossier's trash; raises `ChangedOnDisk` where it no longer holds `expected`."""
    path = root / file
    with folders.alone_in(path.parent):
        found = _content(path)
        if found is None:
            return
        if found != expected:
            raise ChangedOnDisk("Die Datei wurde inzwischen außerhalb geändert.", file=file, found=found)
        move(path, place_in_trash(root, file), below=root)


def place_in_trash(root: Path, file: str) -> Path:
    """Return where something can go in the dossier's trash; nothing that lies there is in its way."""
    from tea_assistant.store.trash_age import remove_old  # noqa: PLC0415 (the start must not wait for a log)

    own_place(root, TRASH)
    now = datetime.now().astimezone()
    remove_old(root, now)
    day = trash_names.folder_name(now, file)
    number, place = 1, root / TRASH / day / file
    # A clock that was set back, or one that counts coarsely, says the same time twice.
    while place.exists():
        number += 1
        place = root / TRASH / f"{day}-{number}" / file
    return place


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _replace(source: Path, target: Path) -> None:
    for attempt in range(_REPLACE_TRIES):
        try:
            source.replace(target)
        except OSError as error:
            held = error.errno == errno.EBUSY or isinstance(error, PermissionError)
            if not held or attempt == _REPLACE_TRIES - 1:
                raise
            time.sleep(_REPLACE_PAUSE)
        else:
            return
