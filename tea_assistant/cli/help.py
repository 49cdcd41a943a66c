"""`tea help`: explains a command."""

from argparse import Namespace

from tea_assistant.cli import figures, terminal
from tea_assistant.cli.commands import COMMANDS, OPEN, parser_of
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

DETAILS = "Ohne Angabe stehen hier alle Befehle."


def add_arguments(parser: GermanParser) -> None:
    """Take the command, and what it can be divided into."""
    parser.add_argument("command", nargs="?", metavar="BEFEHL", help="zum Beispiel check")
    parser.add_argument("subcommand", nargs="?", metavar="TEIL", help="zum Beispiel show, nach figures")


def run(arguments: Namespace) -> int:
    """Show the help."""
    name = arguments.command or OPEN
    if arguments.command and name not in COMMANDS:
        raise UsageError(f"Den Befehl „{name}“ gibt es nicht.", hint=f"Befehle: {', '.join(COMMANDS)}")
    terminal.show(_parser(name, arguments.subcommand).format_help())
    return 0


def _parser(name: str, subcommand: str | None) -> GermanParser:
    if subcommand is None:
        return parser_of(name)
    divided = figures.SUBCOMMANDS if name == "figures" else {}
    if subcommand not in divided:
        raise UsageError(f"Den Befehl „{name} {subcommand}“ gibt es nicht.", hint=f"tea help {name}")
    return figures.parser_of(subcommand)
