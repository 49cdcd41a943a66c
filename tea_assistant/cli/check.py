"""`tea check`: reports findings and completeness."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.waiting import working
from tea_assistant.errors import NoLayout

if TYPE_CHECKING:
    from tea_assistant.report.state import State
    from tea_assistant.services.session import Session

DETAILS = """\
Jeder Befund nennt Datei:Zeile:Spalte, seine Regel und was zu tun ist.

Für alle, die das Programm nicht haben, ist der Bericht als Webseite gedacht:
tea check --format html -o bericht.html. Liegt dort schon ein älterer, steht
im neuen, was sich seitdem geändert hat.

Endet mit 0, wenn kein Fehler gefunden wurde, sonst mit 1."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round, the shape of the report and where it goes."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument(
        "--format",
        choices=("text", "html", "markdown", "json"),
        default="text",
        help="Form des Berichts (sonst: text)",
    )
    given.add_json(parser, as_format=True)
    parser.add_argument("-o", "--output", metavar="DATEI", help="Datei für den Bericht")
    parser.add_argument(
        "--since", metavar="BERICHT", help="früherer Bericht (JSON oder HTML), mit dem verglichen wird"
    )
    parser.add_argument("--strict", action="store_true", help="auch bei Warnungen mit 1 enden")
    parser.add_argument(
        "--pages", action="store_true", help="auch den Umfang prüfen: setzt das PDF, das dauert etwas länger"
    )


def run(arguments: Namespace) -> int:
    """Report, and tell by the exit code whether there are errors."""
    from tea_assistant.services import check

    session = given.open_session(arguments)
    if arguments.pages:
        from tea_assistant.services.pages_text import counted, total_line

        with working("Das PDF wird gesetzt"):
            count = counted(session)
        if isinstance(count, NoLayout):
            terminal.tell(total_line(session, count))
        else:
            session.measured(count)
    output = Path(arguments.output) if arguments.output else None
    since = _since(session, arguments.since, output)
    with working("Die Mappe wird geprüft"):
        report = check.REPORTS[arguments.format](session, since)
    if output:
        check.write(report, output)
        terminal.tell(f"Bericht: {arguments.output}")
    elif arguments.format == "json":
        terminal.deliver(report)
    else:
        terminal.show(report)
    return 0 if check.passes(session.report, strict=arguments.strict) else 1


def _since(session: "Session", former: str | None, output: Path | None) -> "State | None":
    """Return what an earlier report said: the one that was named, or else the one to be replaced."""
    from tea_assistant.services.report.report import said_before, said_last

    if former:
        return said_before(session, Path(former))
    return said_last(session, output) if output else None
