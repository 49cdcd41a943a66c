"""Ends the app in order when the system asks for it: a closed window, a shutdown, an interrupt."""

import asyncio
import signal
from collections.abc import Callable

_ASKED_TO_END = ("SIGHUP", "SIGTERM", "SIGINT")


def on_termination(end: Callable[[], None]) -> None:
    """Call `end` when the process is asked to end, where the system can tell."""
    loop = asyncio.get_running_loop()
    for name in _ASKED_TO_END:
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, end)
        except (NotImplementedError, RuntimeError, ValueError):
            # Windows has no such handlers, and neither has a thread.
            return
