"""What must hold whatever is read: how it is told when it does not."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What no terminal gets to see: what it would obey, and what turns the direction of what is read."""


class Broken(AssertionError):
    """The program did something that no input may make it do."""


class TooSlow(BaseException):
    """An input took more processor time than it may; no handler of the program can catch that."""


def hold(condition: object, what: str) -> None:
    """Say what is broken unless the condition holds."""
    if not condition:
        raise Broken(what)


def harmless(shown: str, where: str) -> None:
    """Fail where a text that is shown holds what a terminal would obey."""
    if found := FORBIDDEN.search(shown):
        around = shown[max(0, found.start() - 30) : found.end() + 30]
        raise Broken(f"{where}: {found[0]!r} reaches the terminal in {around!r}")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Break off what takes more processor time; a machine without such a clock lets it run."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds:g} seconds of processor time")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
