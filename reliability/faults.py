"""Lets every write-side call of an operation fail in every way, one after the other."""

import errno
import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reliability import children, promises, shim
from reliability.operations import Operation, arranged
from reliability.promises import Course
from reliability.shim import FSYNC, LINK, MKDIR, OPEN, RENAME, RMDIR, TRUNCATE, UNLINK, WRITE


class Way(Struct, frozen=True):
    """A way of failing."""

    name: str
    action: int
    kinds: int
    """The calls that can fail so."""
    error: int = 0
    lasting: bool = False
    """Whether all that follow fail as well: a disk does not become empty by itself."""


WAYS = (
    Way("kill -9", shim.KILL, shim.ALL),
    Way("kill -9 in the middle of a write", shim.TORN, WRITE),
    Way("ENOSPC", shim.FAIL, OPEN | WRITE | FSYNC | MKDIR | LINK, errno.ENOSPC, lasting=True),
    Way("EIO", shim.FAIL, shim.ALL, errno.EIO),
    Way(
        "EACCES",
        shim.FAIL,
        OPEN | MKDIR | LINK | RENAME | UNLINK | RMDIR | TRUNCATE,
        errno.EACCES,
        lasting=True,
    ),
    Way("short write", shim.SHORT, WRITE),
)


BY_HAND = "by hand"
"""Points after which a person had to remove a lock of git's."""
Point = tuple[Way, int]
"""How, and at which call."""


class Loss(Struct, frozen=True):
    """A promise that did not hold."""

    operation: str
    way: str
    point: int
    call: str
    what: str


class Tried(Struct, frozen=True):
    """All faults of an operation."""

    operation: str
    calls: int
    points: dict[str, int]
    losses: list[Loss]
    every: int = 1
    """Of how many points one was tried."""


def course_of(operation: Operation, work: Path, page: shim.Page) -> tuple[Course, list[int]]:
    """Run an operation without a fault, and return how it went with the kinds of its calls."""
    template, scene = work / "template", work / "scene"
    arranged(operation, template)
    if not operation.lays_out:
        # What is read and prepared once is there in all children.
        fresh(template, scene)
        operation.run(scene, lambda _file, _content: None)
    gc.collect()
    gc.freeze()
    fresh(template, scene)
    page.set_up(logging=1)
    run = children.run(operation, scene, page)
    if run.end != "done":
        raise RuntimeError(f"{operation.name} fails by itself: {run}")
    course = Course(promises.state_of(template), promises.state_of(scene), run.told)
    return course, page.seen()


def fresh(template: Path, scene: Path) -> None:
    """Make a scene as it was before."""
    shutil.rmtree(scene, ignore_errors=True)
    shutil.copytree(template, scene, symlinks=True)


def tried(operation: Operation, work: Path, page: shim.Page, *, every: int = 1, first: int = 1) -> Tried:
    """Let the calls of an operation fail, each `every`-th of all points beginning with the `first`."""
    course, kinds = course_of(operation, work, page)
    counts: dict[str, int] = {}
    losses: list[Loss] = []
    points = [(way, at) for way in WAYS for at, kind in enumerate(kinds, start=1) if kind & way.kinds]
    for way, at in points[first - 1 :: every]:
        counts[way.name] = counts.get(way.name, 0) + 1
        for what in _lost(operation, work, page, course, (way, at), counts):
            call = shim.NAMES[kinds[at - 1]]
            losses.append(Loss(operation.name, way.name, at, call, what))
    return Tried(operation.name, len(kinds), counts, losses, every)


def _lost(  # noqa: PLR0917 (all but the point are the same for each)
    operation: Operation, work: Path, page: shim.Page, course: Course, point: Point, counts: dict[str, int]
) -> Iterator[str]:
    scene = work / "scene"
    way, at = point
    fresh(work / "template", scene)
    page.set_up(target=at, action=way.action, error=way.error, lasting=way.lasting, kinds=way.kinds)
    run = children.run(operation, scene, page)
    yield from promises.losses(operation, scene, course, run)
    again = children.run(operation, scene)
    if again.end == "refused" and (locks := list(scene.rglob("*.git/**/*.lock"))):
        # Git's own lock outlives git; the refusal names it, and a person removes it.
        for lock in locks:
            lock.unlink()
        again = children.run(operation, scene)
        counts[BY_HAND] = counts.get(BY_HAND, 0) + 1
    if again.end != "done":
        yield f"it cannot be run again: {again.said}"
    else:
        yield from promises.unequal(operation, scene, course)
