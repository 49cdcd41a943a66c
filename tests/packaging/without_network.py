"""The main job in a process that ends where anything asks for the network: FOLDER OUTPUT, or `--try`."""

import asyncio
import os
import socket
import sys
from pathlib import Path

ASKED = 99
_QUIET = ("socket.gethostname", "socket.sethostname")


def end_at_network(event: str, arguments: tuple[object, ...]) -> None:
    """End the process: an error could be caught by whoever asks."""
    # Event loops have a pair of sockets of their own, which reach nobody.
    is_new = event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6)
    if is_new or (event.startswith("socket.") and event not in ("socket.__new__", *_QUIET)):
        os.write(2, f"{event} {arguments}\n".encode(errors="replace"))
        os._exit(ASKED)


def main(folder: str, output: str) -> None:
    """Check, assemble in all forms, and draw the first screen."""
    from tea_assistant.cli.main import main as tea
    from tea_assistant.services.opening import open_dossier
    from tea_assistant.tui.app import TeaApp

    assert tea(["check", "--format", "html", "-o", f"{output}/bericht.html", folder]) in (0, 1)
    assert tea(["build", "--format", "all", "-o", output, folder]) == 0

    async def first_screen() -> None:
        app = TeaApp(open_dossier(Path(folder)))
        async with app.run_test(size=(80, 24)):
            assert app.page is not None

    asyncio.run(first_screen())


if __name__ == "__main__":
    sys.addaudithook(end_at_network)
    if sys.argv[1] == "--try":
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    main(*sys.argv[1:])
