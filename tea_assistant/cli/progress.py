"""`tea progress`: shows what changed between two rounds, or over all of them."""

from argparse import Namespace
from pathlib import Path

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

DETAILS = """\
Neu, ausgebaut, fortgeführt und beendet, Kennzahlen damals und heute, was aus
den Wünschen der Jury wurde, und was noch offen ist.

Ohne ALT und NEU stehen alle Runden nebeneinander."""


def add_arguments(parser: GermanParser) -> None:
    """Take the two rounds, the dossier and the shape of the report."""
    parser.add_argument("old", nargs="?", metavar="ALT", help="die frühere Runde, zum Beispiel 2022")
    parser.add_argument("new", nargs="?", metavar="NEU", help="die spätere Runde, zum Beispiel 2025")
    given.add_folder(parser)
    parser.set_defaults(cycle=None)
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help="Form des Berichts (sonst: text)",
    )
    given.add_json(parser, as_format=True)


def run(arguments: Namespace) -> int:
    """Show the report."""
    from tea_assistant.services import progress_report

    _sort_out(arguments)
    session = given.open_session(arguments)
    if arguments.old:
        report = progress_report.REPORTS[arguments.format](session, arguments.old, arguments.new)
    else:
        report = progress_report.OVERVIEWS[arguments.format](session)
    if arguments.format == "json":
        terminal.deliver(report)
    else:
        terminal.show(report)
    return 0


def _sort_out(arguments: Namespace) -> None:
    """Tell rounds from a folder: `tea progress ORDNER` names no round."""
    if arguments.old is None or (_is_round(arguments.old) and arguments.new and _is_round(arguments.new)):
        return
    if arguments.new is None and not _is_round(arguments.old):
        arguments.folder, arguments.old = arguments.old, None
        return
    raise UsageError("Zum Vergleich gehören zwei Runden.", hint="Zum Beispiel: tea progress 2022 2025")


def _is_round(word: str) -> bool:
    return len(word) == len("2025") and word.isascii() and word.isdecimal() and not Path(word).is_dir()
