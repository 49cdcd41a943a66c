"""`tea demo`: copies an example, checks it, assembles it, and says what came out."""

from argparse import Namespace
from pathlib import Path

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.invocation import command_line, from_here

EXAMPLES = ("musterstadt", "stadt-herne")
"""The first is shown where none is named."""
DETAILS = """\
musterstadt: eine erfundene Stadt mit einer ganzen, fast fertigen Bewerbung und
acht Fehlern, die die Prüfung findet. Welche das sind, steht in ihrer README.md.
stadt-herne: aus öffentlichen Jurytexten nachgestellt, mit allen Lücken; es ist
nicht die Bewerbung der Stadt.

Eine Kopie, die es schon gibt, bleibt, wie sie ist."""


def add_arguments(parser: GermanParser) -> None:
    """Take the folder for the copy, and which example it is."""
    parser.add_argument(
        "folder",
        nargs="?",
        metavar="ORDNER",
        help="Ordner für die Kopie (sonst heißt er wie das Beispiel)",
    )
    parser.add_argument(
        "--example",
        choices=EXAMPLES,
        default=EXAMPLES[0],
        help=f"welches Beispiel (sonst: {EXAMPLES[0]})",
    )


def run(arguments: Namespace) -> int:
    """Do the main job once, on the example."""
    from tea_assistant.services.build import build
    from tea_assistant.services.create import copy_example
    from tea_assistant.services.opening import open_dossier
    from tea_assistant.services.status import as_summary

    folder = Path(arguments.folder or arguments.example)
    if not copy_example(arguments.example, folder):
        terminal.tell(f"Die Kopie in {folder} ist von früher und bleibt, wie sie ist.")
    session = open_dossier(folder)
    documents = [from_here(path) for path in build(session)]
    terminal.show(as_summary(session, documents, opened_by=command_line(folder)))
    return 0
