"""`tea verify`: tells whether a capsule is still whole."""

from argparse import Namespace
from pathlib import Path

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = """\
Geprüft wird jede Datei im Paket: ob sie da ist, ob sie unverändert ist, ob etwas hinzugekommen ist.
Entpackt wird nichts.

Endet mit 0, wenn das Paket vollständig und unverändert ist, sonst mit 1; mit 2, wenn es sich nicht lesen
lässt."""


def add_arguments(parser: GermanParser) -> None:
    """Take the capsule and the shape of the report."""
    parser.add_argument("file", metavar="DATEI", help="das Abgabepaket")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="Form des Berichts (sonst: text)"
    )
    given.add_json(parser, as_format=True)


def run(arguments: Namespace) -> int:
    """Report, and tell by the exit code whether the capsule is whole."""
    from tea_assistant.services.capsule.verify import verify
    from tea_assistant.services.capsule.verify_report import REPORTS

    verdict = verify(Path(arguments.file))
    report = REPORTS[arguments.format](verdict)
    if arguments.format == "json":
        terminal.deliver(report)
    else:
        terminal.show(report)
    return 0 if verdict.is_whole else 1
