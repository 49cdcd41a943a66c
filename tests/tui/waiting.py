"""Waits until nothing is left to do, by asking the event loop where Textual watches the clock."""

import asyncio
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from textual.pilot import Pilot

_SOON = 0.03
"""Seconds: nobody waits for what is due later, such as the end of a notice."""
_TICKS = 20
"""How many times nothing but a timer is waited for: some go off for ever."""
_LONGEST = 20.0
"""Seconds after which something that never rests is let be; on a busy machine a screen takes its time."""
_THREAD = 2.0
"""Seconds after which a thread is taken for one that works beside everything else."""
_in_threads: WeakKeyDictionary[asyncio.Future[Any], float] = WeakKeyDictionary()
"""When each was begun."""


def wait_by_the_event_loop(patch: pytest.MonkeyPatch) -> None:
    """Make a pilot go on as soon as everything has happened that a key or a click sets off.

    Textual's own way posts a message to each widget and sleeps until the processor looks idle, which costs
    40 ms a key and is wrong where others keep the processor busy.
    """
    patch.setattr(asyncio.BaseEventLoop, "run_in_executor", _noted(asyncio.BaseEventLoop.run_in_executor))
    patch.setattr(Pilot, "_wait_for_screen", at_rest)
    patch.setattr("textual.pilot.wait_for_idle", at_rest)
    patch.setattr("textual.app.wait_for_idle", at_rest)


def _noted(run: Callable[..., asyncio.Future[Any]]) -> Callable[..., asyncio.Future[Any]]:
    def run_and_note(*arguments: object) -> asyncio.Future[Any]:
        future = run(*arguments)
        _in_threads[future] = future.get_loop().time()
        return future

    return run_and_note


async def at_rest(*_: object) -> None:
    """Return once every task and thread has come as far as it can, and no timer is about to go off."""
    loop: Any = asyncio.get_running_loop()  # no public way leads to what it has ready and scheduled
    end = loop.time() + _LONGEST
    ticks = 0
    await asyncio.sleep(0)
    while (now := loop.time()) < end:
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=end)
        threads = [
            future
            for future, begun in _in_threads.items()
            if future.get_loop() is loop and not future.done() and now < begun + _THREAD
        ]
        if loop._ready:
            await asyncio.sleep(0)
        elif threads:
            await asyncio.wait(threads, timeout=_THREAD)
        elif due < now + _SOON and ticks < _TICKS:
            ticks += 1
            await asyncio.sleep(due - now)
        else:
            return
