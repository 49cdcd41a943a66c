"""Every text of the corpora on every screen, and in every box: `python -m reliability.screens`.

Texts are tried in bunches, for a walk through all screens takes half a minute; `--minutes` ends it early.
"""

import asyncio
import os
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest

from reliability.fuzzing import corpora
from reliability.screens.walk import walk
from tests.tui.waiting import wait_by_the_event_loop

_LONGEST = 1_200
"""Characters of a bunch: a line takes 5,000, and most boxes already hold something."""
_ORDER = ("terminal", "markup", "references", "commonmark_shapes", "naughty", "yaml_shapes")
_PLAIN = "Bürger*innen"


def bunches() -> Iterator[tuple[str, int, str]]:
    """Yield all texts, in bunches: the corpus, how many they are, and the texts one after another."""
    for name in _ORDER:
        bunch: list[str] = []
        for text in corpora.texts(name):
            if bunch and sum(map(len, bunch)) + len(text) > _LONGEST:
                yield name, len(bunch), " ".join(bunch)
                bunch = []
            bunch.append(text)
        if bunch:
            yield name, len(bunch), " ".join(bunch)


async def show(text: str) -> None:
    """Open a dossier that says nothing else, on every screen; half a character no file can hold."""
    text = text.encode("utf-8", "ignore").decode()
    with tempfile.TemporaryDirectory(prefix="tea-") as folder:
        async with walk(Path(folder), text, text) as step:
            await step.read()


async def paste(text: str) -> int:
    """Put a text into every box of every screen; return how many took it."""
    with tempfile.TemporaryDirectory(prefix="tea-") as folder:
        async with walk(Path(folder), text, _PLAIN) as step:
            await step.fill()
            return sum(step.boxes.values())


def main() -> int:
    """Walk, tell what was tried, and return 1 where something broke."""
    parser = ArgumentParser(prog="python -m reliability.screens", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=600.0, help="end after this time")
    parser.add_argument("--every", type=int, default=1, help="paste one of so many bunches only")
    given = parser.parse_args()
    end = time.monotonic() + given.minutes * 60
    shown = pasted = boxes = broken = 0
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="tea-") as state:
        wait_by_the_event_loop(patch)
        patch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
        # What is typed is kept there, and must not meet what a person has not saved.
        patch.setitem(os.environ, "XDG_STATE_HOME", state)
        for number, (name, count, text) in enumerate(bunches()):
            if time.monotonic() > end:
                print("ended early")
                break
            try:
                asyncio.run(show(text))
                shown += count
                if number % given.every == 0:
                    boxes += asyncio.run(paste(text))
                    pasted += count
            except Exception as error:  # noqa: BLE001 (whatever breaks is told, and the walk goes on)
                broken += 1
                print(f"BROKEN {name} {number}: {type(error).__name__} {error}", flush=True)
            print(
                f"{name} {number}: {shown} shown, {pasted} put into {boxes} boxes, {broken} broken",
                flush=True,
            )
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
