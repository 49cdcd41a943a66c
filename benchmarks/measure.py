"""Runs jobs in turn and says how many times longer one takes than another."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RUNS = 7
"""So often each job runs; the first run of each, which finds cold caches, does not count."""


@dataclass(frozen=True)
class Run:
    """What one run took."""

    seconds: float
    computed: float = 0.0
    """Seconds of computing, by all its processes: what others do meanwhile changes them less."""


Job = Callable[[], Run]


@dataclass(frozen=True)
class Ratio:
    """How many times as long, or as large, one thing is as another: one value a pair of runs."""

    values: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)

    def __str__(self) -> str:
        return f"{_digits(self.middle)} ({_digits(min(self.values))}–{_digits(max(self.values))})"


def process(
    command: Sequence[str | Path], folder: Path | None = None, *, fine: Sequence[int] = (0, 1)
) -> Job:
    """Return the job of running a program to its end, what it prints thrown away.

    The job raises `RuntimeError` where the exit code is none of the `fine` ones: what fails is no measure.
    """
    arguments = [str(word) for word in command]

    def run() -> Run:
        begun = time.perf_counter()
        child = subprocess.Popen(  # noqa: S603 (our own commands)
            arguments, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        said = child.stderr.read() if child.stderr else b""
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.stderr:
            child.stderr.close()
        if child.returncode not in fine:
            message = f"{' '.join(arguments)} ended with {child.returncode}: {said.decode()[-2000:]}"
            raise RuntimeError(message)
        return Run(seconds, usage.ru_utime + usage.ru_stime)

    return run


_LAUNCH = """\
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)])
print(os.wait4(child, 0)[2].ru_maxrss / 1024, flush=True)
"""


def peak(*command: str | Path) -> float:
    """Run a program, and return its memory at its highest, in MB.

    A small process calls it: a program counts what its caller had as its own.
    """
    launch = [sys.executable, "-S", "-c", _LAUNCH, *map(str, command)]
    done = subprocess.run(launch, check=True, capture_output=True, encoding="utf-8")  # noqa: S603 (our own)
    return float(done.stdout)


def interleaved(jobs: Mapping[str, Job], runs: int = RUNS) -> dict[str, list[Run]]:
    """Run all jobs in turn, A B A B …, so that a busy moment of the machine meets them all."""
    found: dict[str, list[Run]] = {name: [] for name in jobs}
    for number in range(runs + 1):
        for name, job in jobs.items():
            run = job()
            if number:
                found[name].append(run)
    return found


def seconds(runs: Sequence[Run], against: Sequence[Run]) -> Ratio:
    """Return how many times as long the one took."""
    return Ratio(tuple(a.seconds / b.seconds for a, b in zip(runs, against, strict=True)))


def computed(runs: Sequence[Run], against: Sequence[Run]) -> Ratio:
    """Return how many times as long the one computed."""
    return Ratio(tuple(a.computed / b.computed for a, b in zip(runs, against, strict=True)))


def _digits(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"
