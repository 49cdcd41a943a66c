"""`tea figures`: all that is done with figures, one subcommand each."""

from argparse import REMAINDER, Namespace
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

if TYPE_CHECKING:
    from tea_assistant.cli.commands import Command

SUBCOMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "import": "Übernimmt Kennzahlen aus Excel, CSV und Markdown.",
        "show": "Zeigt alle Kennzahlen mit ihren Werten über alle Runden.",
        "audit": "Rechnet die Tabellen eines Dokuments nach.",
    }
)
"""Every subcommand with what it does; `cli/figures_<subcommand>.py` holds it."""

DETAILS = "\n".join(
    [
        "",
        *(f"  tea figures {name:<8}{summary}" for name, summary in SUBCOMMANDS.items()),
        "",
        "Mehr zu einem davon: tea figures show --help",
    ]
)


def add_arguments(parser: GermanParser) -> None:
    """Take the subcommand; all behind it is its own affair."""
    parser.add_argument("subcommand", choices=tuple(SUBCOMMANDS), metavar="BEFEHL", help="zum Beispiel show")
    parser.add_argument("rest", nargs=REMAINDER, metavar="…", help="was der Befehl braucht")


def run(arguments: Namespace) -> int:
    """Do what the subcommand does."""
    try:
        own = parser_of(arguments.subcommand).parse_args(arguments.rest)
    except SystemExit:
        # Its help was shown.
        return 0
    terminal.be_quiet(wanted=arguments.quiet or own.quiet)
    return load(arguments.subcommand).run(own)


def load(subcommand: str) -> "Command":
    """Import a subcommand; only then does it cost anything."""
    return cast("Command", import_module(f"tea_assistant.cli.figures_{subcommand}"))


def parser_of(subcommand: str) -> GermanParser:
    """Make the parser of a subcommand."""
    module = load(subcommand)
    parser = GermanParser(f"tea figures {subcommand}", f"{SUBCOMMANDS[subcommand]}\n{module.DETAILS}".strip())
    module.add_arguments(parser)
    return parser
