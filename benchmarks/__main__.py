"""Measures everything and writes the table: `make bench`, or `python -m benchmarks [--runs N] [GROUP …]`.

With groups named, only those are measured; the other rows of the table stay as they are.
"""

import shutil
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import commands, editing, results, screens
from benchmarks.measure import RUNS
from benchmarks.row import Row
from tea_assistant import resources

ENVIRONMENTS = Path(__file__).parents[1] / "build" / "peers"
Group = Callable[[Path, int], Iterator[Row]]


def _example(folder: Path) -> Path:
    """Return a fresh copy of the example."""
    return shutil.copytree(resources.folder("examples") / "stadt-herne", folder / "stadt-herne")


GROUPS: dict[str, Group] = {
    "starts": commands.starts,
    "checks": commands.checks,
    "others": lambda folder, runs: commands.others(folder, runs, ENVIRONMENTS),
    "documents": lambda folder, runs: commands.documents(folder, runs, _example(folder)),
    "printed": lambda folder, runs: commands.printed(folder, runs, _example(folder)),
    "saves": editing.saves,
    "counts": editing.counts,
    "frames": lambda folder, runs: screens.frames(folder, runs, _example(folder)),
    "keys": lambda folder, runs: screens.keys(folder, runs, _example(folder)),
}


def main() -> None:
    """Measure, print, and write the table."""
    parser = ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--runs", type=int, default=RUNS)
    arguments = parser.parse_args()
    for name in arguments.groups or GROUPS:
        rows: list[Row] = []
        with tempfile.TemporaryDirectory() as folder:
            for row in GROUPS[name](Path(folder), arguments.runs):
                print(" | ".join(row.cells), flush=True)
                rows.append(row)
        # What is known already is not lost where a later group fails.
        results.write(name, rows, arguments.runs, tuple(GROUPS))


if __name__ == "__main__":
    main()
