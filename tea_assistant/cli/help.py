"""`tea help`: explains a command."""

from argparse import Namespace

from tea_assistant.cli import terminal
from tea_assistant.cli.commands import COMMANDS, OPEN, parser_of
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

DETAILS = "Ohne Angabe stehen hier alle Befehle."


def add_arguments(parser: GermanParser) -> None:
    """Take the command."""
    parser.add_argument("command", nargs="?", metavar="BEFEHL", help="zum Beispiel check")


def run(arguments: Namespace) -> int:
    """Show the help."""
    name = arguments.command or OPEN
    if arguments.command and name not in COMMANDS:
        raise UsageError(f"Den Befehl „{name}“ gibt es nicht.", hint=f"Befehle: {', '.join(COMMANDS)}")
    terminal.show(parser_of(name).format_help())
    return 0
