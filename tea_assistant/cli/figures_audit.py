"""`tea figures audit`: recomputes the tables of a document, of a folder, of the dossier."""

from argparse import Namespace
from pathlib import Path

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.waiting import working

DETAILS = """\
Gelesen werden Markdown, Excel (.xlsx) und CSV; bei einem Ordner alle solchen Dateien darin, bei einer
Mappe dazu ihre eigenen Kennzahlen. Geändert wird nichts.

Endet mit 0, wenn kein Fehler gefunden wurde, sonst mit 1; mit 2, wenn nichts zu lesen war."""


def add_arguments(parser: GermanParser) -> None:
    """Take what is audited, the shape of the report and where it goes."""
    parser.add_argument(
        "path",
        nargs="?",
        default=".",
        metavar="DATEI|ORDNER",
        help="was geprüft wird (sonst: der Ordner hier)",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="Form des Berichts (sonst: text)"
    )
    given.add_json(parser, as_format=True)
    parser.add_argument("-o", "--output", metavar="DATEI", help="Datei für den Bericht")


def run(arguments: Namespace) -> int:
    """Report, and tell by the exit code whether there are errors."""
    from tea_assistant.services import check
    from tea_assistant.services.figures import audit as figures_audit
    from tea_assistant.services.figures import audit_report as figures_audit_report

    with working("Die Tabellen werden nachgerechnet"):
        audit = figures_audit.audit(Path(arguments.path))
    report = figures_audit_report.REPORTS[arguments.format](audit)
    for error in audit.unreadable:
        terminal.tell_error(error)
    if arguments.output:
        check.write(report, Path(arguments.output))
        terminal.tell(f"Bericht: {arguments.output}")
    elif arguments.format == "json":
        terminal.deliver(report)
    else:
        terminal.show(report)
    return 0 if audit.passes else 1
