"""`tea rule`: lists and explains what is checked."""

from argparse import Namespace

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = (
    "Ohne Angabe stehen hier alle Regeln, sonst die eine mit einem falschen und einem richtigen Beispiel."
)


def add_arguments(parser: GermanParser) -> None:
    """Take the code of a rule."""
    parser.add_argument("code", nargs="?", metavar="REGEL", help="zum Beispiel TEA201")


def run(arguments: Namespace) -> int:
    """Show one rule or all."""
    from tea_assistant.services import rules

    terminal.show(rules.explain(arguments.code) if arguments.code else rules.listing())
    return 0
