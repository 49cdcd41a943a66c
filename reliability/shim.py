"""The layer between a program and the C library: built, told what is to fail, and asked what it has seen."""

import ctypes
import mmap
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_SOURCE = Path(__file__).with_name("shim.c")
PRELOAD = "LD_PRELOAD"
CONTROL = "TEA_FAULTS"
"""Names the page of memory to the programs that a program starts."""
KILL, TORN, FAIL, SHORT = 1, 2, 3, 4
OPEN, WRITE, FSYNC, RENAME, UNLINK, MKDIR, LINK, RMDIR, TRUNCATE = (1 << n for n in range(9))
CLOSE, MARK, LOOK = 1024, 2048, 4096
ALL = 511
NAMES = {
    OPEN: "open", WRITE: "write", FSYNC: "fsync", RENAME: "rename", UNLINK: "unlink", MKDIR: "mkdir",
    LINK: "link", RMDIR: "rmdir", TRUNCATE: "truncate",
}  # fmt: skip


class Control(ctypes.Structure):
    """What all processes share; the same layout is in shim.c."""

    _fields_ = (
        ("counter", ctypes.c_int64),
        ("target", ctypes.c_int64),
        ("action", ctypes.c_int32),
        ("error", ctypes.c_int32),
        ("lasting", ctypes.c_int32),
        ("kinds", ctypes.c_int32),
        ("dead", ctypes.c_int32),
        ("logging", ctypes.c_int32),
        ("members_count", ctypes.c_int32),
        ("pause", ctypes.c_int32),
        ("clock", ctypes.c_int64),
        ("members", ctypes.c_int32 * 512),
        ("folder", ctypes.c_char * 1024),
        ("seen", ctypes.c_uint16 * 16384),
    )


class _Head(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_int32),
        ("process", ctypes.c_int32),
        ("descriptor", ctypes.c_int32),
        ("flags", ctypes.c_int32),
        ("offset", ctypes.c_int64),
        ("first", ctypes.c_int32),
        ("second", ctypes.c_int32),
        ("data", ctypes.c_int32),
        ("result", ctypes.c_int32),
    )


class Call(NamedTuple):
    """A call that was let through, with all that it did to the disk."""

    kind: int
    process: int
    descriptor: int
    flags: int
    offset: int
    first: str
    second: str
    data: bytes


def is_possible() -> bool:
    """Tell whether the layer works here: it takes Linux and a C compiler."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def is_loaded() -> bool:
    """Tell whether this process runs with the layer."""
    return "tea-shim" in os.environ.get(PRELOAD, "")


def build() -> Path:
    """Compile the layer, where that was not done since its source changed."""
    place = Path(tempfile.gettempdir()) / f"tea-shim-{os.getuid()}"
    place.mkdir(mode=0o700, exist_ok=True)
    made = place / f"tea-shim-{_SOURCE.stat().st_mtime_ns}.so"
    if not made.exists():
        begun = made.with_suffix(f".{os.getpid()}")
        words = ["cc", "-shared", "-fPIC", "-O1", "-o", str(begun), str(_SOURCE), "-ldl"]
        subprocess.run(words, check=True)  # noqa: S603 (our own source)
        begun.replace(made)
    return made


def again_with_it(module: str, words: Sequence[str]) -> int:
    """Run a module anew in a process that has the layer, and return what it returned."""
    environment = {**os.environ, PRELOAD: str(build())}
    command = [sys.executable, "-m", module, *words]
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 (ourselves)


class Page:
    """The page of memory through which a process is told what is to fail in it."""

    def __init__(self, folder: Path, watched: Path) -> None:
        self.path = folder / "control"
        self.path.write_bytes(bytes(ctypes.sizeof(Control)))
        with self.path.open("r+b") as handle:
            self._memory = mmap.mmap(handle.fileno(), 0)
        self.control = Control.from_buffer(self._memory)
        self.control.folder = os.fsencode(watched)

    def set_up(self, **values: int) -> None:
        """Forget the last run, and say what is to happen in the next one."""
        folder = self.control.folder
        ctypes.memset(ctypes.addressof(self.control), 0, ctypes.sizeof(Control))
        self.control.folder = folder
        self.log.unlink(missing_ok=True)
        for name, value in values.items():
            setattr(self.control, name, value)

    @property
    def log(self) -> Path:
        """The file that the calls are written down in."""
        return self.path.with_suffix(".log")

    def enter(self) -> None:
        """Put this process, and all that it starts, under what the page says."""
        os.environ[CONTROL] = str(self.path)
        if _library().tea_fault_begin(os.fsencode(self.path)):
            raise OSError(f"The page cannot be shared: {self.path}")

    def seen(self) -> list[int]:
        """Return the kind of each call that was counted, whether it succeeded or not."""
        return list(self.control.seen[1 : self.control.counter + 1])

    def calls(self) -> list[Call]:
        """Return all calls that were written down, in their order."""
        return list(_calls(self.log.read_bytes())) if self.log.exists() else []


def mark(text: str) -> None:
    """Put a word between the calls: what had been said to be saved by then."""
    _library().tea_fault_mark(text.encode())


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None)


def _calls(raw: bytes) -> Iterator[Call]:
    at, size = 0, ctypes.sizeof(_Head)
    while at < len(raw):
        head = _Head.from_buffer_copy(raw, at)
        at += size
        parts = []
        for length in (head.first, head.second, head.data):
            parts.append(raw[at : at + length])
            at += length
        first, second = (os.fsdecode(part) for part in parts[:2])
        yield Call(head.kind, head.process, head.descriptor, head.flags, head.offset, first, second, parts[2])
