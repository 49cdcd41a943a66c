"""Runs an operation in a child of a warm process, which says what is saved until it ends, fails or dies."""

import json
import os
import re
import select
import signal
import traceback
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from reliability import shim
from reliability.operations import Operation
from tea_assistant.errors import TeaError
from tea_assistant.store import files

_LONGEST = 120
"""Seconds; what takes longer hangs."""
GONE = "-"
"""Stands for the content of a file that is gone."""
_TIME = re.compile(rb"\d{4}-\d\d-\d\d[T_]\d\d[:-]\d\d(?:[:-]\d\d)?(?:-\d+)?")


class Run(NamedTuple):
    """What came of an operation."""

    told: list[tuple[str, str]]
    """Files with the sum of what was shown as saved in them, in that order."""
    end: str
    """`done`, `refused` (in German), `crashed`, `killed` or `hung`."""
    said: str


def sum_of(content: bytes | None) -> str:
    """Return what stands for a content; the time of day at which something was done counts for nothing."""
    return GONE if content is None else sha256(_TIME.sub(b"T", content)).hexdigest()


def run(operation: Operation, scene: Path, page: shim.Page | None = None) -> Run:
    """Run an operation in a child, with the faults that a page holds."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _be_the_child(
            operation, scene, page, lambda word: os.write(writing, (json.dumps(word) + "\n").encode())
        )
    os.close(writing)
    raw, hung = _all_of(reading)
    if hung:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    words = [json.loads(line) for line in raw.decode().splitlines()]
    ends = [word for word in words if len(word) == 3]
    told = [(word[0], word[1]) for word in words if len(word) == 2]
    end, said = ("hung", "") if hung else ("killed", "")
    if ends:
        end, said = ends[0][1:]
    return Run(told, end, said)


def _be_the_child(
    operation: Operation, scene: Path, page: shim.Page | None, say: Callable[[list[str]], object]
) -> None:
    def tell(path: Path, content: bytes | None) -> None:
        file = path.relative_to(scene).as_posix()
        say([file, sum_of(content)])
        if page:
            shim.mark(f"{file}\t{sum_of(content)}")

    # No virus scanner is waited for.
    files._REPLACE_PAUSE = 0  # noqa: SLF001 (nothing but time is lost)
    try:
        if page:
            page.enter()
        try:
            operation.run(scene, tell)
            say(["end", "done", ""])
        except TeaError as error:
            say(["end", "refused", str(error)])
        except BaseException as error:  # noqa: BLE001 (the parent counts it as a loss)
            say(["end", "crashed", "".join(traceback.format_exception_only(error)) + _place(error)])
    finally:
        os._exit(0)


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-4:]))


def _all_of(reading: int) -> tuple[bytes, bool]:
    found = bytearray()
    try:
        while select.select([reading], [], [], _LONGEST)[0]:
            part = os.read(reading, 65536)
            if not part:
                return bytes(found), False
            found += part
    finally:
        os.close(reading)
    return bytes(found), True
