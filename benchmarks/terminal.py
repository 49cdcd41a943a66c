"""A program on a pseudo-terminal: keys go in, and what it draws is watched."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

SIZE = struct.pack("HHHH", 24, 80, 0, 0)
WIDE = struct.pack("HHHH", 40, 120, 0, 0)
"""With room for a preview beside a text."""
PATIENCE = 30.0
"""Seconds."""


class Terminal:
    """A Python program on a pseudo-terminal, as on a desk."""

    def __init__(self, *arguments: str | Path, size: bytes = SIZE) -> None:
        self.begun = time.perf_counter()
        self.child, self.end = pty.fork()
        if self.child == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(sys.executable, [sys.executable, *map(str, arguments)])  # noqa: S606 (ourselves)
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, size)

    def press(self, keys: str) -> float:
        """Press keys at once; return when."""
        os.write(self.end, keys.encode())
        return time.perf_counter()

    def wait(self, seen: Callable[[bytes], object], patience: float = PATIENCE) -> float:
        """Wait until something stands in what the program draws; return when."""
        drawn, until = b"", time.perf_counter() + patience
        while (rest := until - time.perf_counter()) > 0:
            if select.select([self.end], [], [], rest)[0]:
                drawn += os.read(self.end, 65536)
                if seen(drawn):
                    return time.perf_counter()
        message = f"nothing came within {patience} s"
        raise TimeoutError(message)

    def rest(self, seconds: float) -> None:
        """Let the program draw what it likes for a while."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self.end], [], [], left)[0]:
                os.read(self.end, 65536)

    @property
    def computed(self) -> float:
        """The seconds of computing that the program has used until now."""
        fields = Path(f"/proc/{self.child}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the program."""
        os.kill(self.child, signal.SIGTERM)
        with suppress(OSError):
            self.rest(5)
        os.close(self.end)
        os.waitpid(self.child, 0)
