"""`tea figures show`: shows all figures over the rounds."""

from argparse import Namespace

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = """\
Je Kennzahl ihre Werte, die neueste Runde zuerst, die Veränderung seit der
Runde davor, und was man zum Vergleich wissen muss. Darunter stehen die Zeilen
jedes Stichtags; was in Klammern steht, folgt aus den übrigen Angaben."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round, the figure and the shape of the result."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument(
        "--indicator", metavar="KENNZAHL", default="", help="nur diese, zum Beispiel leadership.women.share"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="Form der Ausgabe (sonst: text)"
    )
    given.add_json(parser, as_format=True)


def run(arguments: Namespace) -> int:
    """Show them."""
    from tea_assistant.services.figures import show as figures_show
    from tea_assistant.services.figures import values as figures_values

    session = given.open_session(arguments)
    if arguments.format == "json":
        terminal.deliver(figures_values.as_json(session, arguments.indicator))
    else:
        terminal.show(figures_show.as_text(session, arguments.indicator))
    return 0
