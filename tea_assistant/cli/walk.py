"""`tea walk`: the whole drafting in questions and answers, line by line."""

from argparse import Namespace

from tea_assistant.cli import arguments as given
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

DETAILS = """\
Für Vorleseprogramme und alle, die lieber Zeile für Zeile arbeiten: fragt nach
einer Angabe nach der anderen, mit Hilfe, Beispiel und dem, was schon dasteht.
Jede Antwort ist sofort gespeichert.

Enter lässt alles, wie es ist. „zurück“, „überspringen“, „rückgängig“, „fertig“
und „schluss“ gehen immer; „?“ erklärt sie. Die Antworten können auch aus einer
Datei kommen: tea walk < antworten.txt"""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round and the part."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument("--part", metavar="TEIL", default="", help="gleich zu diesem Teil, zum Beispiel af03")
    parser.add_argument(
        "--all", action="store_true", help="mit --part: auch nach dem fragen, was schon dasteht"
    )


def run(arguments: Namespace) -> int:
    """Ask until the person has enough."""
    from tea_assistant.cli.walk_menu import walk

    session = given.open_session(arguments)
    session.require_writable()
    if arguments.all and not arguments.part:
        raise UsageError("--all gibt es nur mit --part.", hint="tea walk --part af03 --all")
    return walk(session, arguments.part, everything=arguments.all)
