"""Cuts the power after every call of an operation, and looks at what comes back."""

import shutil
from pathlib import Path

from reliability import promises, shim
from reliability.children import Run
from reliability.faults import Loss, Tried, course_of
from reliability.operations import Operation
from reliability.power import Disk, put_down, told_by

WAY = "power cut"


def cut(operation: Operation, work: Path, page: shim.Page, *, every: int = 1, first: int = 1) -> Tried:
    """Cut the power after each call, and try what may have arrived; each `every`-th moment."""
    course, kinds = course_of(operation, work, page)
    disk = Disk(work / "template", work / "scene")
    scene = work / "cut"
    told: list[tuple[str, str]] = []
    losses: list[Loss] = []
    points = 0
    seen: set[tuple[int, frozenset[tuple[str, bytes]]]] = set()
    for moment, call in enumerate(page.calls(), start=1):
        if saved := told_by(call):
            told.append(saved)
        else:
            disk.follow(call)
        if call.kind in (shim.CLOSE, shim.LOOK) or (moment - first) % every:
            continue
        for name, files in disk.after_a_cut(moment):
            points += 1
            # What was judged already need not be judged again.
            same = (len(told), frozenset(files.items()))
            if same in seen:
                continue
            seen.add(same)
            shutil.rmtree(scene, ignore_errors=True)
            scene.mkdir()
            put_down(files, scene)
            run = Run(list(told), "killed", "")
            what = promises.losses(operation, scene, course, run)
            after = shim.NAMES.get(call.kind, "saved")
            losses += [Loss(operation.name, f"{WAY}, {name}", moment, after, each) for each in what]
    return Tried(operation.name, len(kinds), {WAY: points}, losses, every)
