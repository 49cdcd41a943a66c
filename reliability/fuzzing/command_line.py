"""Runs a command inside this process, as its caller would see it, and holds it to what is promised."""

import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reliability.fuzzing.oracle import harmless, hold
from reliability.fuzzing.sandbox import confined
from tea_assistant.cli.main import main

_CODES = (0, 1, 2, 130)
_FAILED = "Das Programm ist an einem Fehler gescheitert"


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    code: int
    shown: str
    told: str


def run_command(words: Sequence[str], home: Path, *, asked_for: bool = False) -> Ended:
    """Run a command in a folder; fail where it crashes, leaves the folder or shows what a terminal obeys."""
    with _streams() as (shown, told), _inside(home), confined(home, asked_for=asked_for):
        code = main(words)
    ended = Ended(code, _text(shown), _text(told))
    called = f"tea {' '.join(words)[:80]!r}"
    hold(_FAILED not in ended.told, f"{called} fails: {ended.told[-1500:]}")
    hold(code in _CODES, f"{called} ends with {code}")
    harmless(ended.shown, f"stdout of {called}")
    harmless(ended.told, f"stderr of {called}")
    return ended


@contextmanager
def _streams() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    before = sys.stdin, sys.stdout, sys.stderr
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in before]
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        yield streams[1], streams[2]
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8", "surrogatepass")
