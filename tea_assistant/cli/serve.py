"""`tea serve`: shows the screens in a browser on the same computer."""

import asyncio
import errno
import sys
import webbrowser
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import DossierError, UsageError

if TYPE_CHECKING:
    from tea_assistant.web.gate import Gate

DETAILS = """\
Alles geht wie im Terminal, mit Tastatur und Maus. Nur dieser Computer kommt an
die Seite, und nur mit der Adresse, die hier genannt wird: Sie ist der Schlüssel,
geben Sie sie nicht weiter. Aus dem Internet wird nichts geladen.

Jeder Reiter ist ein eigenes Fenster; eine Mappe ändert immer nur eines davon.
Zum Beenden Strg+C drücken oder im Browser die Mappe schließen und „Ganz
beenden“ wählen. Von selbst endet es, wenn fünf Minuten kein Fenster offen war."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round, and how to begin."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument(
        "--port", type=int, default=0, metavar="ZAHL", help="fester Port der Adresse (sonst: ein freier)"
    )
    parser.add_argument(
        "--no-browser", action="store_true", help="den Browser nicht öffnen, nur die Adresse nennen"
    )


def run(arguments: Namespace) -> int:
    """Serve until it is ended."""
    if not 0 <= arguments.port <= 65535:
        raise UsageError(f"Einen Port {arguments.port} gibt es nicht.", hint="Möglich sind 1024 bis 65535.")
    from tea_assistant.web.server import Server

    async def serve() -> None:
        # Made inside: what it waits with belongs to the loop that runs.
        await Server(_program(arguments)).run(arguments.port, lambda gate: _tell(gate, arguments))

    # Where Ctrl+C cannot be caught it ends here, and all is saved by then.
    with suppress(KeyboardInterrupt):
        try:
            asyncio.run(serve())
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise UsageError(
                f"Den Port {arguments.port} benutzt schon ein anderes Programm.",
                hint="Ohne --port sucht sich das Programm einen freien.",
            ) from error
    terminal.tell("Beendet. Alle Texte sind gespeichert.")
    return 0


def _program(arguments: Namespace) -> list[str]:
    """Return how to start the screens; a folder that is no dossier may become one there."""
    from tea_assistant.services.opening import find_dossier

    folder = Path(arguments.folder).resolve()
    try:
        folder = find_dossier(folder)
    except DossierError:
        if not folder.is_dir():
            raise
    cycle = ["--cycle", arguments.cycle] if arguments.cycle else []
    return [sys.executable, "-m", "tea_assistant", str(folder), *cycle]


def _tell(gate: "Gate", arguments: Namespace) -> None:
    terminal.show(gate.address)
    if arguments.no_browser or not webbrowser.open(gate.address_for_once()):
        terminal.tell("Öffnen Sie diese Adresse in einem Browser auf diesem Computer.")
    else:
        terminal.tell("Die Mappe öffnet sich im Browser; sonst öffnen Sie diese Adresse.")
    terminal.tell("Zum Beenden hier Strg+C drücken.")
