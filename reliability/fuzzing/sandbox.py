"""Watches what the program asks of the system: no network, no other programs, no writing elsewhere."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reliability.fuzzing.oracle import Broken
from tea_assistant.store.state_folder import state_folder

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = frozenset(
    {
        *("os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.link", "os.symlink", "os.truncate"),
        *("os.chmod", "os.chown", "os.utime"),
    }
)
_STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork")
_NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request")


class _Watch:
    """What may be written at the moment, and what was tried beyond that."""

    def __init__(self) -> None:
        self.home: str | None = None
        self.tried: list[str] = []
        self.installed = False

    def install(self) -> None:
        """Begin to listen; Python offers no way to stop."""
        if not self.installed:
            self.installed = True
            sys.addaudithook(self.look)

    def look(self, event: str, given: tuple[object, ...]) -> None:
        """Note and refuse what leaves the sandbox."""
        if self.home is None:
            return
        if event == "open":
            flags = given[2] if len(given) > 2 and isinstance(given[2], int) else 0
            if flags & _WRITES and isinstance(given[0], str | bytes | os.PathLike):
                self._refuse_outside(event, given[0])
        elif event in _CHANGES:
            for path in given[: 2 if event in ("os.rename", "os.link") else 1]:
                if isinstance(path, str | bytes | os.PathLike):
                    self._refuse_outside(event, path)
        elif event.startswith(_NETWORK):
            self.tried.append(f"{event} {given[1:]!r}")
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), event)
        elif event.startswith(_STARTS):
            # To git, the only program that is called, the answer is the same as on a machine without it.
            raise FileNotFoundError(event)

    def _refuse_outside(self, event: str, path: "str | bytes | os.PathLike[str]") -> None:
        real = os.path.realpath(os.fsdecode(path))
        # The log and the reports of crashes lie beside all dossiers.
        allowed = (f"{self.home}/", f"{os.path.realpath(state_folder().parent)}/")
        if real != os.devnull and not f"{real}/".startswith(allowed):
            self.tried.append(f"{event} {real}")
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), real)


_WATCH = _Watch()


@contextmanager
def confined(home: Path, *, asked_for: bool = False) -> Iterator[None]:
    """Let nothing be written outside of a folder and nothing reach the network; fail where it was tried.

    With `asked_for` a person has named the place on the command line: then it is refused, and no failure.
    """
    _WATCH.install()
    before, tempfile.tempdir = tempfile.tempdir, str(home)
    # What is imported only now would be kept compiled beside its source.
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    _WATCH.home, _WATCH.tried = os.path.realpath(home), []
    try:
        yield
    finally:
        _WATCH.home, tempfile.tempdir, sys.dont_write_bytecode = None, before, kept
    if _WATCH.tried and not asked_for:
        raise Broken(f"left the dossier: {_WATCH.tried[0]}")
