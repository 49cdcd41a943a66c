"""Gives the whole terminal to a text, so that it can be marked and copied with the mouse."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App, SuspendNotSupported

from tea_assistant.tui.plain import clean

_CLEAR = "\x1b[2J\x1b[H"
_BACK = "── Mit der Maus markieren und kopieren. Zurück zum Programm: Enter ──"


def show_alone(app: App[Any], text: str) -> bool:
    """Print a text outside the app and wait for Enter; return False where there is no such outside.

    Inside the app the mouse belongs to the app, and every line of a marked text would be broken where it
    is broken on screen.
    """
    try:
        with app.suspend(), _deaf_to_ctrl_c():
            sys.stdout.write(f"{_CLEAR}{clean(text, lines=True)}\n\n{_BACK}\n")
            sys.stdout.flush()
            sys.stdin.readline()
    except SuspendNotSupported:
        return False
    return True


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Let Ctrl+C do nothing: many take it for copying, and it would end the loop that the app runs in."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
