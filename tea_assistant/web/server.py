"""The server behind the page: lets one browser in, gives each page a program, and ends when it is done."""

import asyncio
import logging
import signal
import sys
import time
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response

from tea_assistant.web import answers
from tea_assistant.web.conversation import Conversation
from tea_assistant.web.documents import FOLDER_IN_ADDRESS, Documents
from tea_assistant.web.gate import HOME, Gate
from tea_assistant.web.program import Program

SOCKET = "/fenster"
"""The address of the connection between page and program."""
_MOST = 6
"""Programs at a time: each takes as much memory as a window of its own."""
_LOOK = 1.0
"""Seconds between two looks at who is still there."""
_ASKED_TO_END = ("SIGHUP", "SIGTERM", "SIGINT")
_SILENT = logging.getLogger("tea_assistant.web")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False


class Server:
    """Programs in windows of a browser; each waits `patience` seconds for its page to come back."""

    def __init__(self, command: Sequence[str], *, patience: float = 300.0) -> None:
        self.documents = Documents()
        self._command = list(command)
        self._patience = patience
        self._programs: dict[str, Program] = {}
        self._ending: set[asyncio.Task[None]] = set()
        self._stop = asyncio.Event()
        self._gate = Gate(0)
        self._idle_since: float | None = None

    async def run(self, port: int, opened: Callable[[Gate], None]) -> None:
        """Serve until somebody ends it, or nobody has had a window open for long; then all is saved.

        `opened` hears when the server is there. Raises `OSError` where the port is taken.
        """
        self._listen_for_the_end()
        async with serve(
            self._handle,
            HOME,
            port,
            process_request=self._answer,
            compression=None,
            server_header=None,
            logger=_SILENT,
        ) as server:
            self._gate = Gate(next(iter(server.sockets)).getsockname()[1])
            try:
                opened(self._gate)
                await self._until_done()
            finally:
                await asyncio.gather(*(program.end() for program in list(self._programs.values())))
                await asyncio.gather(*self._ending, return_exceptions=True)

    def stop(self) -> None:
        """End: all programs save and close."""
        self._stop.set()

    async def program_for(self, name: str, width: int, height: int) -> tuple[Program, bool] | None:
        """Return the program of a page and whether it was started now; None where there are too many.

        A page that comes anew gets a program that has lost its page, before another one is started.
        """
        alone = [program for program in self._programs.values() if program.page is None]
        known = self._programs.get(name) or (alone[-1] if alone else None)
        if known:
            return known, False
        if len(self._programs) >= _MOST:
            return None
        program = Program(self._command, self._ended)
        self._programs[program.name] = program
        await program.start(width, height)
        return program, True

    def _ended(self, program: Program) -> None:
        self._programs.pop(program.name, None)
        if program.page:
            telling = asyncio.create_task(program.page.tell("ended", program.last_words))
            self._ending.add(telling)
            telling.add_done_callback(self._ending.discard)

    def _answer(self, connection: ServerConnection, request: Request) -> Response | None:
        del connection
        headers, path = request.headers, urlsplit(request.path).path
        if not self._gate.knows_host(headers):
            return answers.refusal(421, answers.NOT_FROM_HERE)
        if not self._gate.is_own_page(headers):
            return answers.refusal(403, answers.NOT_FROM_HERE)
        host = headers["Host"]
        if path == "/" and self._gate.takes_key(request.path):
            return answers.page(host, self._gate.cookie())
        if not self._gate.knows_browser(headers):
            return answers.refusal(403, answers.NO_KEY)
        if path == SOCKET:
            # Only a page says where it comes from; without that it is no page.
            return None if "Origin" in headers else answers.refusal(403, answers.NOT_FROM_HERE)
        if path == "/":
            return answers.page(host)
        if path.startswith(FOLDER_IN_ADDRESS):
            found = self.documents.read(request.path)
            return answers.document(found) if found else answers.refusal(404, answers.NOTHING)
        return answers.static(path, host) or answers.refusal(404, answers.NOTHING)

    async def _handle(self, connection: ServerConnection) -> None:
        await Conversation(self, connection).run()

    async def _until_done(self) -> None:
        while not self._stop.is_set():
            try:
                await asyncio.wait_for(self._stop.wait(), _LOOK)
            except TimeoutError:
                self._look(time.monotonic())

    def _look(self, now: float) -> None:
        """End programs that nobody looks at any more, and at last the server."""
        for program in list(self._programs.values()):
            if program.unseen_since is not None and now - program.unseen_since > self._patience:
                program.unseen_since = None
                ending = asyncio.create_task(program.end())
                self._ending.add(ending)
                ending.add_done_callback(self._ending.discard)
        if self._programs or self._idle_since is None:
            self._idle_since = now
        elif now - self._idle_since > self._patience:
            self.stop()

    def _listen_for_the_end(self) -> None:
        if sys.platform == "win32":
            # Ctrl+C cancels what runs, which ends the programs too.
            return
        for name in _ASKED_TO_END:
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.stop)
