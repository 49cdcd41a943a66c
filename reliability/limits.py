"""Measures the largest dossier that is promised to work: `python -m reliability.limits [LINKED]`.

So many measures of each round stand in its document; 500, all of them, make one of 150 pages.

Each line is one job: seconds, seconds of computing, memory at its highest in MB.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.terminal import WIDE, Terminal
from reliability.large_dossier import MEASURES, write

_TEA = (sys.executable, "-m", "tea_assistant")
_COMMANDS = {
    "tea status": ("status",),
    "tea check": ("check",),
    "tea check --format html": ("check", "--format", "html"),
    "tea progress": ("progress",),
    **{f"tea build --format {form}": ("build", "--format", form) for form in ("md", "html", "docx", "pdf")},
    "tea snapshot": ("snapshot", "Abgabe"),
}
_LETTER = "Ž"
_KEYS = 20
_F2, _F3, _F4 = "\x1bOQ", "\x1bOR", "\x1bOS"
_PATIENCE = 120.0


def commands(folder: Path, work: Path) -> Iterator[tuple[str, float, float, float]]:
    """Run each command and yield its seconds, those of computing, and its memory."""
    for name, words in _COMMANDS.items():
        out = ("-o", str(work / "out.html" if words[0] == "check" else work)) if "--format" in words else ()
        yield name, *_run([*_TEA, words[0], *words[1:], *out, str(folder)])


def _run(command: Sequence[str]) -> tuple[float, float, float]:
    begun = time.perf_counter()
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (1, 2)]
    child = os.posix_spawn(command[0], list(command), os.environ, file_actions=nowhere)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        message = f"{' '.join(command)} ended with {code}"
        raise RuntimeError(message)
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def screens(folder: Path) -> Iterator[tuple[str, float, float, float]]:
    """Walk through the screens on a pseudo-terminal as one would, and yield what each took."""
    terminal = Terminal("-m", "tea_assistant", folder, size=WIDE)
    try:
        yield "first screen", *_taken(terminal, terminal.begun, 0.0, "Suchen")
        terminal.rest(15)
        for name, key, seen in (("list of measures", _F3, "Angebot"), ("list of findings", _F4, "Befund")):
            before = terminal.computed
            yield name, *_taken(terminal, terminal.press(key), before, seen)
            terminal.rest(5)
        terminal.press(_F3)
        terminal.rest(3)
        yield "a letter that narrows the measures", *_slowest(terminal, "a")
        terminal.press(_F2)
        terminal.rest(3)
        for way in ("\x1b[B" * 7, "\r", "\r"):
            terminal.press(way)
            terminal.rest(3)
        yield "a letter in a text", *_slowest(terminal, _LETTER)
    finally:
        terminal.close()


def _taken(terminal: Terminal, begun: float, before: float, seen: str) -> tuple[float, float, float]:
    at = terminal.wait(lambda drawn: seen.encode() in drawn, _PATIENCE)
    return at - begun, terminal.computed - before, _memory(terminal)


def _slowest(terminal: Terminal, letter: str) -> tuple[float, float, float]:
    """Return the longest of some keys, and what one of them computes with all that follows from it."""
    times, before = [], terminal.computed
    for _ in range(_KEYS):
        pressed = terminal.press(letter)
        times.append(terminal.wait(lambda drawn: letter.encode() in drawn, _PATIENCE) - pressed)
        terminal.rest(0.3)
    terminal.rest(3)
    return max(times), (terminal.computed - before) / _KEYS, _memory(terminal)


def _memory(terminal: Terminal) -> float:
    status = Path(f"/proc/{terminal.child}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Make the dossier, measure, and print a line a job."""
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        folder = write(work / "mappe", linked=int(sys.argv[1]) if len(sys.argv) > 1 else MEASURES)
        begun = time.perf_counter()
        for source in (commands(folder, work), screens(folder)):
            for name, seconds, computed, memory in source:
                print(f"{name:40} {seconds:7.2f} s {computed:7.2f} s {memory:5.0f} MB", flush=True)
        print(f"in all {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
