"""Runs what only reads in a thread that ends with the program."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


async def beside(work: Callable[[], T]) -> T:
    """Return what `work` returns; it must write nothing, as whoever quits does not wait for it.

    `asyncio.to_thread` is for what has to come to its end: it holds the program until then.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            settle: Callable[[], None] = partial(_succeed, future, work())
        except Exception as error:  # noqa: BLE001 (it is raised again where somebody awaits it)
            settle = partial(_fail, future, error)
        # A loop that is closed belongs to a program that has ended.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settle)

    Thread(target=copy_context().run, args=(run,), name="beside", daemon=True).start()
    return await future


def _succeed(future: "asyncio.Future[T]", result: T) -> None:
    if not future.done():
        future.set_result(result)


def _fail(future: "asyncio.Future[Any]", error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
