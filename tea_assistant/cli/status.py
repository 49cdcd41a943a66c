"""`tea status`: shows how far the application is."""

from argparse import Namespace

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = "Je Teil, was erledigt und was offen ist, dazu Umfang, Frist und die nächsten Lücken."


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round and the shape of the result."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument("--json", action="store_true", help="für Programme statt für Menschen")


def run(arguments: Namespace) -> int:
    """Show it."""
    from tea_assistant.services import status

    session = given.open_session(arguments)
    if arguments.json:
        terminal.deliver(status.as_json(session))
    else:
        terminal.show(status.as_text(session))
    return 0
