"""What git calls to merge a file of a dossier; no command for people."""

from argparse import Namespace
from pathlib import Path

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = "Wird von Git aufgerufen, um eine Datei der Mappe zusammenzuführen."


def add_arguments(parser: GermanParser) -> None:
    """Take what git gives: the common origin, mine, theirs, and the path in the repository."""
    parser.add_argument("base", metavar="BASIS", help="der gemeinsame Ausgangstext")
    parser.add_argument("mine", metavar="EIGENE", help="die eigene Fassung; hier hinein kommt das Ergebnis")
    parser.add_argument("theirs", metavar="ANDERE", help="die andere Fassung")
    parser.add_argument("path", metavar="PFAD", help="der Pfad im Repositorium")


def run(arguments: Namespace) -> int:
    """Merge; 1 tells git that a person has to look."""
    from tea_assistant.services.sync.merge_driver import merge_for_git

    base, mine, theirs = (Path(name) for name in (arguments.base, arguments.mine, arguments.theirs))
    told = merge_for_git(base, mine, theirs, arguments.path)
    if told:
        terminal.tell(told)
    return 1 if told else 0
