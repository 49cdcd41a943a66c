"""`tea find`: finds words in everything that a dossier says."""

from argparse import Namespace

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = (
    "Sucht in Maßnahmen, Texten, Anmerkungen, Erwartungen, Kennzahlen und Nachweisen aller Runden.\n"
    "„Vaeter“ findet auch „Väter“, „Mitarbeiterinnen“ auch „Mitarbeiter*innen“."
)


def add_arguments(parser: GermanParser) -> None:
    """Take the words, the dossier, the round that comes first and the shape of the result."""
    parser.add_argument("word", metavar="WORT", help="was gesucht wird; mehrere Wörter in Anführungszeichen")
    given.add_folder(parser)
    given.add_cycle(parser)
    given.add_json(parser)


def run(arguments: Namespace) -> int:
    """Show where it stands; exit code 1 where it stands nowhere."""
    from tea_assistant.services import find_text
    from tea_assistant.services.find import Finder, Now

    found = Finder().find(Now.of(given.open_session(arguments)), arguments.word)
    if arguments.json:
        terminal.deliver(find_text.as_json(found))
    elif found.hits:
        terminal.show(find_text.as_text(found, arguments.word))
    else:
        terminal.tell(find_text.as_text(found, arguments.word))
    return 0 if found.hits else 1
