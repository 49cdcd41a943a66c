"""What a page and the server say to each other, as long as one connection holds."""

import json
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from tea_assistant.web.program import Program

if TYPE_CHECKING:
    from tea_assistant.web.server import Server

_REPLACED = 4001
"""The code that tells a page not to come back: another one shows its program."""
_SMALLEST, _LARGEST = 2, 999
_LINKS = ("http", "https")


class Conversation:
    """One connection of one page; it shows a program from the first message on."""

    def __init__(self, server: "Server", connection: ServerConnection) -> None:
        self._server = server
        self._connection = connection
        self._program: Program | None = None

    async def run(self) -> None:
        """Listen until the page is gone."""
        try:
            async for words in self._connection:
                await self._hear(_read(words))
        except ConnectionClosed:
            pass
        finally:
            if self._program:
                self._program.detach(self, time.monotonic())

    async def show(self, content: bytes) -> None:
        """Show what the program writes."""
        with suppress(ConnectionClosed):
            await self._connection.send(content)

    async def tell(self, kind: str, *values: object) -> None:
        """Say something beside the screen; an address becomes one that the page may open."""
        if kind == "open":
            url = str(values[0])
            if address := self._server.documents.offer(url):
                kind, values = "document", (address,)
            elif urlsplit(url).scheme in _LINKS:
                kind = "link"
            else:
                return
        with suppress(ConnectionClosed):
            await self._connection.send(json.dumps([kind, *values]))

    async def leave(self) -> None:
        """End the connection: another page shows the program now."""
        with suppress(ConnectionClosed):
            await self._connection.close(_REPLACED)

    async def _hear(self, message: list[Any]) -> None:
        match message:
            case ["open", str(name), str(client), int(width), int(height)] if self._program is None:
                await self._open(name, client, _bounded(width), _bounded(height))
            case ["ping"]:
                await self.tell("pong")
            case ["end"]:
                self._server.stop()
            case _ if self._program:
                await self._pass_on(self._program, message)

    async def _pass_on(self, program: Program, message: list[Any]) -> None:
        match message:
            case ["type", int(number), str(text)]:
                await self.tell("taken", program.take(number, text))
            case ["size", int(width), int(height)]:
                program.resize(_bounded(width), _bounded(height))

    async def _open(self, name: str, client: str, width: int, height: int) -> None:
        found = await self._server.program_for(name, width, height)
        if found is None:
            await self.tell("full")
            return
        self._program, fresh = found
        taken = await self._program.attach(self, client, width, height, fresh=fresh)
        await self.tell("window", self._program.name, taken)


def _read(words: str | bytes) -> list[Any]:
    try:
        message = json.loads(words)
    except ValueError:
        return []
    return message if isinstance(message, list) else []


def _bounded(size: int) -> int:
    return max(_SMALLEST, min(size, _LARGEST))
