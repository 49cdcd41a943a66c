"""The lock of a program that has died, taken over by two at once."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reliability import shim
from tea_assistant.services.claim import Claim, State

_HANDS = 2


class Claims(Struct, frozen=True):
    """What came of taking over the lock of programs that have died."""

    tries: int
    both: int
    """Times that both of two programs still held the claim after a look each."""
    none: int
    """Times that nobody got it."""


def claims(work: Path, page: shim.Page, tries: int) -> Claims:
    """Let two programs at once take the lock of a dead one, whose clock was ahead in half of the cases."""
    scene = work / "scene"
    both = none = 0
    for number in range(tries):
        shutil.rmtree(scene, ignore_errors=True)
        root = scene / "mappe"
        root.mkdir(parents=True)
        page.set_up(clock=7200 * (number % 2))
        dead = os.fork()
        if not dead:
            page.enter()
            Claim(root).take()
            os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(dead, 0)
        page.set_up()
        held = sum(_holders(root, page))
        both += held > 1
        none += held < 1
    return Claims(tries, both, none)


def _holders(root: Path, page: shim.Page) -> Iterator[bool]:
    """Yield for each of two programs whether it holds the claim after both have taken it and looked again."""
    gates, steps = ([os.pipe() for _ in range(_HANDS)] for _ in range(2))
    children = []
    for (gate, _), (_, writing) in zip(gates, steps, strict=True):
        child = os.fork()
        if not child:
            page.enter()
            claim = Claim(root)
            os.read(gate, 1)
            claim.take()
            os.write(writing, b".")
            # The second gate: nobody looks before both have taken.
            os.read(gate, 1)
            claim.beat()
            look = claim.look()
            os.write(writing, b"1" if claim.is_held and look and look.state is State.MINE else b"0")
            os._exit(0)
        children.append(child)
    for _ in range(2):
        # A gate each: the faster of two would go through a common one twice.
        for _, opening in gates:
            os.write(opening, b".")
        answers = [os.read(reading, 1) for reading, _ in steps]
    for end in (end for pipe in (*gates, *steps) for end in pipe):
        os.close(end)
    for child in children:
        os.waitpid(child, 0)
    yield from (answer == b"1" for answer in answers)
