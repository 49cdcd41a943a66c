"""Measures edits in an open dossier: saving one, and counting the pages after it."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks import pages
from benchmarks.dossiers import write
from benchmarks.measure import Ratio
from benchmarks.row import Row
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change

_FILE = "evidence/massnahme-00500.yaml"


def saves(folder: Path, runs: int) -> Iterator[Row]:
    """Measure saving one edit in a dossier of 1,000 files against the least that is safe."""
    session = Session(write(folder / "saved", 1000))
    ratios = []
    for at in range(runs + 1):
        session.edit(_FILE, [Change(("goal",), f"Mehr Frauen, zum {at}. Mal.")], "Ziel")
        begun = time.perf_counter()
        session.save()
        ours = time.perf_counter() - begun
        least = _replaced(folder / "alone.yaml", (session.text(_FILE) or "").encode())
        if at:
            ratios.append(ours / least)
    yield Row("save of one edit, 1,000 files", "write, fsync and replace alone", Ratio(tuple(ratios)), 5)


def _replaced(path: Path, data: bytes) -> float:
    begun = time.perf_counter()
    temporary = path.with_suffix(".tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    return time.perf_counter() - begun


def counts(folder: Path, runs: int) -> Iterator[Row]:
    """Measure the page count after an edit, and the memory that edits take."""
    session, counter = pages.opened(folder / "counted")
    text = pages.long_enough(session, counter)
    ratios = []
    for at in range(runs):
        pages.lengthen(session, text, at)
        begun = time.perf_counter()
        counter.count(session)
        counted = time.perf_counter() - begun
        ratios.append(counted / pages.compiled(session))
    yield Row("page count after an edit, 25 pages", "the PDF compiled anew", Ratio(tuple(ratios)), 0.25)
    held = []
    # Each in a process that knows nothing yet.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        for _ in range(min(runs, 3)):
            early, late = pool.submit(pages.held).result()
            held.append(late / early)
    yield Row(
        f"memory after {pages.LATE} edits with page count", f"after {pages.EARLY}", Ratio(tuple(held)), 1.5
    )
