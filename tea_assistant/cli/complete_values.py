"""What shells call while somebody presses Tab; no command for people."""

from argparse import REMAINDER, Namespace

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.offered import KINDS

DETAILS = "Wird von der Shell aufgerufen, um Kennungen aus der Mappe zu ergänzen."


def add_arguments(parser: GermanParser) -> None:
    """Take what kind of words is wanted, and the command line as far as it is typed."""
    parser.add_argument("kind", metavar="ART", choices=KINDS, help="was gesucht wird")
    parser.add_argument("typed", nargs=REMAINDER, metavar="…", help="die Wörter der Befehlszeile")


def run(arguments: Namespace) -> int:
    """Write the words, one a line."""
    from tea_assistant.services.completing import found

    words = found(arguments.kind, arguments.typed)
    if words:
        terminal.deliver("\n".join(words))
    return 0
