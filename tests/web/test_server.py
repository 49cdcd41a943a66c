"""The server as a browser meets it: what it lets in and refuses, and programs that outlive their pages."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tea_assistant.web.gate import Gate
from tea_assistant.web.server import SOCKET, Server

ECHO = [sys.executable, str(Path(__file__).with_name("echo.py"))]
PATIENCE = 20


class Running:
    """A server, and a browser that was let in."""

    def __init__(self, server: Server, gate: Gate) -> None:
        self.server = server
        self.port = gate.port
        self.gate = gate
        self.cookie = gate.cookie().split(";")[0]

    async def get(self, target: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Ask for an address with exactly these headers."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = {"Host": f"127.0.0.1:{self.port}"} | {
            name.replace("_", "-"): headers[name] for name in headers
        }
        words = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        writer.write(f"GET {target} HTTP/1.1\r\n{words}\r\n".encode())
        answer = await asyncio.wait_for(reader.read(), PATIENCE)
        writer.close()
        head, _, content = answer.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        return int(first.split()[1]), dict(line.split(": ", 1) for line in rest), content

    @asynccontextmanager
    async def page(self, name: str = "", client: str = "a") -> AsyncIterator["Page"]:
        """Open a page that shows a program."""
        async with connect(
            f"ws://127.0.0.1:{self.port}{SOCKET}",
            additional_headers={"Cookie": self.cookie},
            origin=f"http://127.0.0.1:{self.port}",  # type: ignore[arg-type] # a str of its own type
            proxy=None,
            max_size=None,
        ) as connection:
            page = Page(connection)
            await page.say("open", name, client, 100, 30)
            yield page


class Page:
    """One connection, and what came over it."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.shown = ""
        self.told: list[list[Any]] = []

    async def say(self, *message: object) -> None:
        await self.connection.send(json.dumps(message))

    async def hear(self, kind: str) -> list[Any]:
        """Return the next message of a kind."""
        while not (found := [message for message in self.told if message[0] == kind]):
            await self._listen()
        self.told.remove(found[0])
        return found[0][1:]

    async def shows(self, words: str) -> None:
        while words not in self.shown:
            await self._listen()

    async def _listen(self) -> None:
        content = await asyncio.wait_for(self.connection.recv(), PATIENCE)
        if isinstance(content, bytes):
            self.shown += content.decode()
        else:
            self.told.append(json.loads(content))


@asynccontextmanager
async def serving(patience: float = 60) -> AsyncIterator[Running]:
    server = Server(ECHO, patience=patience)
    there: asyncio.Future[Gate] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(server.run(0, there.set_result))
    try:
        yield Running(server, await there)
    finally:
        server.stop()
        await asyncio.wait_for(running, PATIENCE)


async def test_only_who_has_the_key_gets_anything() -> None:
    async with serving() as running:
        entry = running.gate.address_for_once().split("/", 3)[3]
        for target in ("/", "/page.js", "/dokument/x/y.pdf", SOCKET, "/?zugang=falsch"):
            assert (await running.get(target))[0] == 403, target
        assert (await running.get("/", Cookie="tea=1; tea-1=2"))[0] == 403
        status, headers, content = await running.get(f"/{entry}")
        assert (status, headers["Set-Cookie"].split(";")[0]) == (200, running.cookie)
        assert b'lang="de"' in content
        assert (await running.get(f"/{entry}"))[0] == 403, "it was for once"
        for target in ("/", "/page.js", "/page.css", "/xterm.js", "/icon.svg"):
            assert (await running.get(target, Cookie=running.cookie))[0] == 200, target
        for target in (
            "/../server.py",
            "/%2e%2e/server.py",
            "/static/page.js",
            "/xterm.LICENSE",
            "//page.js",
        ):
            assert (await running.get(target, Cookie=running.cookie))[0] == 404, target


async def test_other_hosts_and_other_pages_get_nothing_even_with_the_key() -> None:
    async with serving() as running:
        entry, cookie = "/" + running.gate.address.split("/", 3)[3], running.cookie
        assert (await running.get(entry, Host=f"evil.example:{running.port}", Cookie=cookie))[0] == 421
        assert (await running.get("/", Origin="http://evil.example", Cookie=cookie))[0] == 403
        assert (await running.get("/page.js", Sec_Fetch_Site="cross-site", Cookie=cookie))[0] == 403
        own = f"http://127.0.0.1:{running.port}"
        for origin, mark in ((None, cookie), ("http://evil.example", cookie), (own, "tea=1")):
            with pytest.raises(InvalidStatus, match="403"):
                async with connect(
                    f"ws://127.0.0.1:{running.port}{SOCKET}",
                    additional_headers={"Cookie": mark},
                    origin=origin,  # type: ignore[arg-type] # a str of its own type
                    proxy=None,
                ):
                    pass


async def test_nothing_comes_from_outside() -> None:
    async with serving() as running:
        _, headers, page = await running.get("/", Cookie=running.cookie)
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'self'; ")
        assert "unsafe" not in policy
        assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")
        assert b"http://" not in page
        assert b"https://" not in page


async def test_a_page_comes_back_to_its_program_and_nothing_is_typed_twice() -> None:
    async with serving() as running:
        async with running.page() as page:
            name, taken = await page.hear("window")
            assert taken == 0
            await page.shows("100x30")
            await page.say("type", 1, "Bürger*")
            await page.say("type", 2, "innen 😀\ud800")
            await page.shows("[Bürger*][innen 😀?]")
        async with running.page(name) as page:
            assert await page.hear("window") == [name, 2]
            await page.say("type", 2, "noch einmal")
            await page.say("type", 3, "weiter")
            await page.shows("<attach>[weiter]")
            assert "noch einmal" not in page.shown
            # A page that is loaded anew counts anew, in the program that has lost its page.
        async with running.page(client="b") as page:
            assert await page.hear("window") == [name, 0]


async def test_two_pages_have_two_programs_and_one_page_can_take_over() -> None:
    async with serving() as running, running.page() as first:
        name, _ = await first.hear("window")
        async with running.page() as second:
            assert (await second.hear("window"))[0] != name
        async with running.page(name) as again:
            assert (await again.hear("window"))[0] == name
            with pytest.raises(ConnectionClosed, match="4001"):
                await first.hear("nothing")


async def test_what_a_page_says_is_not_believed() -> None:
    async with serving() as running, running.page() as page:
        name, _ = await page.hear("window")
        for message in (
            "",
            "{",
            "[]",
            '["type"]',
            '["type","1","x"]',
            '["size",1e9,-1]',
            '["size",0,99999]',
            "7",
        ):
            await page.connection.send(message)
        await page.say("open", "../..", "b", 1, 1)
        await page.say("type", 1, "da")
        await page.shows("<resize>[da]")
        for words in ("javascript:alert(1)", "file:///etc/passwd", "https://example.org/ä"):
            await page.say("type", {"j": 2, "f": 3, "h": 4}[words[0]], words)
        assert await page.hear("link") == ["https://example.org/ä"]
        assert not [kind for kind, *_ in page.told if kind in ("document", "open")]
        assert (await running.get(f"/{name}", Cookie=running.cookie))[0] == 404


async def test_a_document_is_opened_through_the_server(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_bytes(b"")
    (tmp_path / "build").mkdir()
    path = tmp_path / "build" / "Entwurf ü.html"
    path.write_bytes(b"<script>alert(1)</script>")
    async with serving() as running, running.page() as page:
        await page.say("type", 1, path.as_uri())
        (address,) = await page.hear("document")
        assert (await running.get(address))[0] == 403
        assert (await running.get(address + "/../../dossier.yaml", Cookie=running.cookie))[0] == 404
        status, headers, content = await running.get(address, Cookie=running.cookie)
        assert (status, content) == (200, path.read_bytes())
        assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


async def test_a_slow_page_does_not_stop_the_program() -> None:
    async with serving() as running, running.page() as page:
        await page.hear("window")
        await page.say("type", 1, "viel")
        await page.shows("<attach>")
        assert len(page.shown) < 100, "too much to catch up with: the screen comes anew"


async def test_the_end_is_told_with_what_the_program_said_last() -> None:
    async with serving() as running, running.page() as page:
        await page.hear("window")
        await page.say("type", 1, "Ende")
        assert await page.hear("ended") == [""]
    async with serving() as running, running.page() as page:
        await page.hear("window")
        running.server.stop()
        assert await page.hear("ended") == ["Alle Texte sind gespeichert."]


async def test_programs_nobody_looks_at_end_and_then_the_server() -> None:
    server = Server(ECHO, patience=0.1)
    there: asyncio.Future[Gate] = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(server.run(0, there.set_result))
    async with Running(server, await there).page() as page:
        await page.hear("window")
    await asyncio.wait_for(task, PATIENCE)


async def test_there_are_not_more_windows_than_memory() -> None:
    async with serving() as running, AsyncExitStack() as pages:
        for _ in range(6):
            await (await pages.enter_async_context(running.page())).hear("window")
        await (await pages.enter_async_context(running.page())).hear("full")
