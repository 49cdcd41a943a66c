"""Work that only reads holds nobody up who quits."""

import asyncio
from threading import Event

import pytest

from tea_assistant.tui.beside import beside


def test_the_end_waits_for_no_reading() -> None:
    begun, released, ended = Event(), Event(), Event()

    def work() -> None:
        begun.set()
        released.wait(60)
        ended.set()

    async def program() -> None:
        waiting = asyncio.create_task(beside(work))
        await asyncio.to_thread(begun.wait, 60)
        waiting.cancel()

    asyncio.run(program())
    assert not ended.is_set()
    released.set()
    assert ended.wait(60)


def test_what_is_found_and_what_fails_comes_back() -> None:
    def failing() -> None:
        raise LookupError("weg")

    assert asyncio.run(beside(lambda: "Mitarbeiter*innen")) == "Mitarbeiter*innen"
    with pytest.raises(LookupError, match="weg"):
        asyncio.run(beside(failing))
