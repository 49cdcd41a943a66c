"""`tea demo`: copies the example, checks it, assembles it, and says what came out."""

from argparse import Namespace
from pathlib import Path

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.invocation import command_line, from_here

EXAMPLE = "stadt-herne"
DETAILS = """\
Das Beispiel ist aus öffentlichen Jurytexten nachgestellt; es ist nicht die
Bewerbung der Stadt. Eine Kopie, die es schon gibt, bleibt, wie sie ist."""


def add_arguments(parser: GermanParser) -> None:
    """Take the folder for the copy."""
    parser.add_argument(
        "folder",
        nargs="?",
        default=EXAMPLE,
        metavar="ORDNER",
        help=f"Ordner für die Kopie (sonst: {EXAMPLE})",
    )


def run(arguments: Namespace) -> int:
    """Do the main job once, on the example."""
    from tea_assistant.services.build import build
    from tea_assistant.services.create import copy_example
    from tea_assistant.services.opening import open_dossier
    from tea_assistant.services.status import as_summary

    folder = Path(arguments.folder)
    if not copy_example(EXAMPLE, folder):
        terminal.tell(f"Die Kopie in {folder} ist von früher und bleibt, wie sie ist.")
    session = open_dossier(folder)
    documents = [from_here(path) for path in build(session)]
    terminal.show(as_summary(session, documents, opened_by=command_line(folder)))
    return 0
