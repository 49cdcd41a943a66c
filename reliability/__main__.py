"""Puts faults into every write, and writes the table: `make reliability`, `python -m reliability [GROUP …]`.

With groups named, only those run; the other rows of the table stay as they were. `--only` names an operation,
`--sample N` takes only every N-th point, and writes no table without `--write`.
"""

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from reliability import results, shim
from reliability.cuts import cut
from reliability.faults import BY_HAND, Tried, tried
from reliability.operations import OPERATIONS
from reliability.take_overs import claims
from reliability.together import SETTINGS, together

_GROUPS = {"faults": tried, "cuts": cut}
_TAKE_OVERS = 200
_ROOM = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)


def main() -> int:
    """Run what is asked for, and return 1 where anything was lost."""
    parser = ArgumentParser(prog="python -m reliability")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join([*_GROUPS, "together"]))
    parser.add_argument("--only", action="append", choices=[*OPERATIONS], metavar="OPERATION")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="only every N-th point")
    parser.add_argument("--write", action="store_true", help="put a sample into the table, too")
    parser.add_argument("--seconds", type=float, default=60, help="for each setting of two programs at once")
    arguments = parser.parse_args()
    if not shim.is_possible():
        parser.error("this takes Linux and a C compiler (cc)")
    if not shim.is_loaded():
        return shim.again_with_it("reliability", sys.argv[1:])
    with tempfile.TemporaryDirectory(dir=_ROOM if _ROOM.is_dir() else None) as folder:
        work = Path(folder)
        return _run(arguments, work, shim.Page(work, work / "scene"))


def _run(arguments: Namespace, work: Path, page: shim.Page) -> int:
    lost = 0
    writes = arguments.sample == 1 or arguments.write
    groups = arguments.groups or [*_GROUPS, "together"]
    for group in groups:
        if group != "together":
            for done in _tried(group, arguments, work, page):
                lost += len(done.losses)
                if writes:
                    # What is known already is not lost where a later operation fails.
                    results.write(*(([done], []) if group == "faults" else ([], [done])), [], None)
            continue
        taken = claims(work, page, int(_TAKE_OVERS * arguments.seconds / 60) or 1)
        lost += taken.both + taken.none
        for setting in SETTINGS:
            outcome = together(setting, work, page, arguments.seconds)
            print(f"{outcome.setting}: {outcome.words} words, {len(outcome.lost)} lost", flush=True)
            for each in outcome.lost:
                print(f"  {each}", flush=True)
            lost += len(outcome.lost)
            if writes:
                results.write([], [], [outcome], taken)
    print(f"{lost} losses")
    return int(lost > 0)


def _tried(group: str, arguments: Namespace, work: Path, page: shim.Page) -> Iterator[Tried]:
    first = 0
    for name in arguments.only or OPERATIONS:
        # Another place in the row for each operation, so that a sample meets calls of all kinds.
        operation = OPERATIONS[name]
        every = arguments.sample * operation.every
        first = first % every + 1
        done = _GROUPS[group](operation, work, page, every=every, first=first)
        points = sum(count for way, count in done.points.items() if way != BY_HAND)
        print(
            f"{group}: {name}: {points} points at {done.calls} calls, {len(done.losses)} losses", flush=True
        )
        for loss in done.losses:
            print(f"  {loss.way}, {loss.call} {loss.point}: {loss.what}", flush=True)
        yield done


if __name__ == "__main__":
    sys.exit(main())
