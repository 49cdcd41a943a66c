"""`tea figures show`: shows all figures over the rounds."""

from argparse import Namespace

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = "Je Kennzahl ihre Werte, die neueste Runde zuerst."


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier and the round."""
    given.add_folder(parser)
    given.add_cycle(parser)


def run(arguments: Namespace) -> int:
    """Show them."""
    from tea_assistant.services import figures_show

    terminal.show(figures_show.as_text(given.open_session(arguments)))
    return 0
