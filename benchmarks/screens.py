"""Measures the terminal user interface on a pseudo-terminal, as on a desk."""

import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles

from benchmarks.dossiers import write
from benchmarks.live_pages import FIELD, SENTENCE
from benchmarks.measure import Job, Ratio, Run, interleaved, process
from benchmarks.row import Row, slower
from benchmarks.terminal import WIDE, Terminal
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change

_USABLE = re.compile(rb"Suchen").search
"""The last line of the first screen: all above is drawn, and keys work."""
_READING = re.compile(rb"wird gelesen").search
"""What is shown while a large dossier is read."""
_KEYS = 60
_LETTER = "Ž"
_WORDS = 5000
_AREA = """\
from textual.app import App
from textual.widgets import TextArea

class Empty(App):
    def compose(self):
        yield TextArea()

Empty().run()
"""


def frames(folder: Path, runs: int, example: Path) -> Iterator[Row]:
    """Measure the time until the first screen can be used."""
    textual, herne, large = "import textual.app", "first screen, Herne", "first screen, 1,000 measures"
    frame = "first frame, 1,000 measures, which says that they are read"
    measures = write(folder / "large", 1000)
    jobs = {
        textual: process([sys.executable, "-c", "import textual.app"]),
        herne: _first(example, _USABLE),
        frame: _first(measures, _READING),
        large: _first(measures, _USABLE),
    }
    found = interleaved(jobs, runs)
    yield slower(herne, textual, found, 2.0)
    yield slower(frame, herne, found, 1.5)
    yield slower(large, herne, found, 1.5)


def _first(dossier: Path, seen: Callable[[bytes], object]) -> Job:
    def run() -> Run:
        terminal = Terminal("-m", "tea_assistant", dossier)
        try:
            return Run(terminal.wait(seen) - terminal.begun, terminal.computed)
        finally:
            terminal.close()

    return run


def keys(folder: Path, runs: int, example: Path) -> Iterator[Row]:
    """Measure from a key to its letter on the screen, in a long text with preview and page count."""
    session = Session(example, "2025")
    long = "\n\n".join([SENTENCE * 6] * (_WORDS // len((SENTENCE * 6).split())))
    session.edit(FIELD, [Change(("opening",), long)], "Text")
    session.save()
    script = folder / "area.py"
    script.write_text(_AREA, encoding="utf-8")
    ours, alone = [], []
    for _ in range(runs):
        alone.append(_slowest(Terminal(script, size=WIDE), ()))
        # Down to the field, into it, into its opening.
        ways = ("\x1b[B" * 7, "\r", "\r")
        ours.append(_slowest(Terminal("-m", "tea_assistant", example, size=WIDE), ways))
    key = f"key to its letter, {_WORDS:,} words, 95 % of {_KEYS}"
    yield Row(key, "", Ratio(tuple(1000 * each for each in ours)), 50, unit=" ms")
    ratios = tuple(a / b for a, b in zip(ours, alone, strict=True))
    yield Row(key, "an empty TextArea", Ratio(ratios), 2)


def _slowest(terminal: Terminal, ways: tuple[str, ...]) -> float:
    """Return the seconds within which 95 of 100 keys show."""
    try:
        terminal.rest(5)
        for way in ways:
            terminal.press(way)
            terminal.rest(1.5)
        times = []
        for at in range(_KEYS):
            pressed = terminal.press(_LETTER)
            times.append(terminal.wait(lambda drawn: _LETTER.encode() in drawn) - pressed)
            # Some keys come while pages are counted, after a pause, others while one types.
            terminal.rest(0.6 if at % 6 == 0 else 0.1)
        return quantiles(times, n=20, method="inclusive")[-1]
    finally:
        terminal.close()
        time.sleep(0.1)
