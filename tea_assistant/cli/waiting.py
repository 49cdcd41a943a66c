"""Shows that something is being done where it takes longer than a second and somebody looks."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tea_assistant.cli import terminal

_PATIENCE = 1.0
"""Seconds that nobody minds."""
_BAR = 20


@contextmanager
def working(doing: str) -> Iterator[None]:
    """Tell after a second what is being done, and each second for how long, in the same line."""
    if not terminal.shows_progress():
        yield
        return
    # Only who waits at a terminal needs it.
    import threading

    over = threading.Event()

    def tick() -> None:
        seconds = 0
        while not over.wait(_PATIENCE):
            seconds += 1
            terminal.tell_progress(f"{doing} … {seconds} s")

    watch = threading.Thread(target=tick, daemon=True)
    watch.start()
    try:
        yield
    finally:
        over.set()
        watch.join()
        terminal.tell_progress("")


def counting(doing: str) -> Callable[[int, int], None] | None:
    """Return what shows a bar for work that counts its steps; None where nobody looks."""
    if not terminal.shows_progress():
        return None
    begun = time.monotonic()

    def told(done: int, of: int) -> None:
        if done >= of:
            terminal.tell_progress("")
        elif time.monotonic() - begun > _PATIENCE:
            terminal.tell_progress(f"{doing} {bar(done, of)} {done} von {of}")

    return told


def bar(done: int, of: int) -> str:
    """Draw how much of something is done."""
    full = _BAR * done // of if of else 0
    solid, empty = ("█", "░") if _draws_blocks() else ("#", "-")
    return solid * full + empty * (_BAR - full)


def _draws_blocks() -> bool:
    encoding = getattr(sys.stderr, "encoding", None) or "ascii"
    try:
        "█░".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True
