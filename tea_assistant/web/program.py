"""One program in a window of its own: a process with the screens, and the page that shows them now."""

import asyncio
import os
import secrets
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from tea_assistant.web import packets

DRIVER = "tea_assistant.tui.browser_driver:BrowserDriver"
_WAITING = 8 * 1024 * 1024
"""Bytes that may wait for a slow page; then it gets the whole screen anew instead."""
_TO_SAVE = 20.0
"""Seconds that a program has to save everything and end."""


class Page(Protocol):
    """A page in a browser."""

    async def show(self, content: bytes) -> None:
        """Show what the program writes."""

    async def tell(self, kind: str, *values: object) -> None:
        """Say something beside the screen."""

    async def leave(self) -> None:
        """End the connection: another page shows the program now."""


class Program:
    """Runs the screens, takes what was typed once and in order, and lets the page change while it runs."""

    def __init__(self, command: list[str], ended: Callable[["Program"], None]) -> None:
        self.name = secrets.token_urlsafe(16)
        self.page: Page | None = None
        self.unseen_since: float | None = None
        """The time since which no page shows it."""
        self.last_words = ""
        self._command = command
        self._ended = ended
        self._process: asyncio.subprocess.Process | None = None
        self._typed: asyncio.Queue[bytes] = asyncio.Queue()
        self._waiting: deque[bytes] = deque()
        self._size = (80, 24)
        self._more = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._client = ""
        self._taken = 0

    async def start(self, width: int, height: int) -> None:
        """Start the process; it has the size of the page that asks for it."""
        self._size = (width, height)
        environment = {
            **os.environ,
            "TEXTUAL_DRIVER": DRIVER,
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "TERM_PROGRAM": "textual",
            "PYTHONIOENCODING": "utf-8",
            "PYTHONUNBUFFERED": "1",
            "COLUMNS": str(width),
            "ROWS": str(height),
        }
        pipe = asyncio.subprocess.PIPE
        # In a session of its own Ctrl+C reaches the server only, which lets the program end in order.
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            env=environment,
            start_new_session=sys.platform != "win32",
        )
        self._tasks = [asyncio.create_task(work) for work in (self._read(), self._hand_over(), self._send())]

    async def attach(self, page: Page, client: str, width: int, height: int, *, fresh: bool) -> int:
        """Let a page show the program; return how much of what this page typed has been taken."""
        before, self.page = self.page, page
        self.unseen_since = None
        self._waiting.clear()
        if before:
            await before.leave()
        if client != self._client:
            self._client, self._taken = client, 0
        if not fresh:
            self._size = (width, height)
            self._show_whole()
        return self._taken

    def detach(self, page: Page, now: float) -> None:
        """Go on without a page; another one may have taken its place already."""
        if self.page is page:
            self.page, self.unseen_since = None, now
            self._waiting.clear()

    def take(self, number: int, text: str) -> int:
        """Take what was typed, once; return the number of the last that was taken."""
        if number == self._taken + 1:
            self._taken = number
            self._typed.put_nowait(packets.data(text))
        return self._taken

    def resize(self, width: int, height: int) -> None:
        """Say that the page has another size."""
        self._size = (width, height)
        self._say("resize", width=width, height=height)

    async def end(self) -> None:
        """Let the program save and end; kill it only where it does not."""
        process = self._process
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), _TO_SAVE)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _say(self, kind: str, **values: object) -> None:
        self._typed.put_nowait(packets.meta(kind, **values))

    def _show_whole(self) -> None:
        width, height = self._size
        self._say("attach", width=width, height=height)

    async def _hand_over(self) -> None:
        """Write what was typed to the program, which may be busy."""
        stdin = self._process.stdin if self._process else None
        assert stdin is not None
        with suppress(OSError):
            while True:
                stdin.write(await self._typed.get())
                await stdin.drain()

    async def _read(self) -> None:
        """Read what the program writes, always at once: it must never wait for a page, or it cannot save."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        assert process.stderr is not None
        words = asyncio.create_task(process.stderr.read())
        async for kind, content in packets.packets(process.stdout):
            if kind == packets.DATA:
                self._show(content)
            elif kind == packets.META:
                await self._told(packets.message(content))
        await process.wait()
        self.last_words = (await words).decode("utf-8", "replace").strip()
        self._ended(self)
        for task in self._tasks[1:]:
            task.cancel()

    def _show(self, content: bytes) -> None:
        if self.page is None:
            return
        if sum(map(len, self._waiting)) + len(content) > _WAITING:
            self._waiting.clear()
            self._show_whole()
            return
        self._waiting.append(content)
        self._more.set()

    async def _send(self) -> None:
        while True:
            await self._more.wait()
            self._more.clear()
            while self._waiting and self.page:
                content = b"".join(self._waiting)
                self._waiting.clear()
                await self.page.show(content)

    async def _told(self, message: dict[str, Any]) -> None:
        if message.get("type") == "open_url" and self.page:
            await self.page.tell("open", str(message.get("url", "")))
