"""`tea status`: shows how far the application is."""

from argparse import Namespace

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.waiting import working

DETAILS = "Je Teil, was erledigt und was offen ist, dazu Umfang, Frist und die nächsten Lücken."


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round and the shape of the result."""
    given.add_folder(parser)
    given.add_cycle(parser)
    given.add_json(parser)


def run(arguments: Namespace) -> int:
    """Show it."""
    from tea_assistant.services import status

    session = given.open_session(arguments)
    with working("Stand und Umfang werden ermittelt"):
        told = status.as_json(session) if arguments.json else status.as_text(session)
    if arguments.json:
        terminal.deliver(told)
    else:
        terminal.show(told)
    return 0
