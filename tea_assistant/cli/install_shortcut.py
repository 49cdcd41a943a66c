"""`tea install-shortcut`: puts a starter of the dossier into the menu of the system."""

from argparse import Namespace
from pathlib import Path

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = """\
Danach öffnet ein Klick die Mappe, ohne Terminal: unter Linux aus dem Menü der
Anwendungen, unter Windows vom Desktop oder aus dem Startmenü. Es gibt einen
Starter; ein neuer ersetzt den alten."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, and what the starter opens."""
    given.add_folder(parser)
    parser.add_argument(
        "--terminal", action="store_true", help="die Mappe im Terminal öffnen statt im Browser"
    )
    parser.add_argument("--remove", action="store_true", help="den Starter wieder entfernen")


def run(arguments: Namespace) -> int:
    """Install or remove it."""
    from tea_assistant.services.opening import open_dossier
    from tea_assistant.services.shortcut import Starter, install, remove

    if arguments.remove:
        gone = remove()
        terminal.tell("Der Starter ist entfernt." if gone else "Es gibt keinen Starter.")
        paths = gone
    else:
        session = open_dossier(Path(arguments.folder))
        name = session.application.organisation.name or session.root.name
        paths = install(Starter(name, session.root, in_terminal=arguments.terminal))
        terminal.tell("Der Starter ist angelegt. Nach einem Umzug der Mappe legen Sie ihn neu an.")
    if paths:
        terminal.show("\n".join(map(str, paths)))
    return 0
