"""`tea`: opens a dossier in the terminal user interface."""

from argparse import Namespace
from pathlib import Path

from tea_assistant import __version__
from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.commands import COMMANDS
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

_WIDTH = 10
DETAILS = "\n".join(
    [
        "Führt durch die Bewerbung um das TOTAL E-QUALITY Prädikat.",
        "",
        "Ohne Befehl öffnet sich die Mappe. Die Befehle:",
        # A long name has a line of its own.
        *(
            f"  tea {name:<{_WIDTH}}{summary}"
            if len(name) < _WIDTH
            else f"  tea {name}\n{'':<{_WIDTH + 6}}{summary}"
            for name, summary in COMMANDS.items()
        ),
        "",
        "Mehr zu einem Befehl: tea help BEFEHL",
    ]
)


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier and the round."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument(
        "--version", action="version", version=f"tea {__version__}", help="die Version zeigen"
    )


def run(arguments: Namespace) -> int:
    """Open the screens."""
    folder = Path(arguments.folder)
    if not (terminal.is_interactive() or terminal.is_browser()):
        # What is wrong with the folder is the better news.
        given.open_session(arguments)
        raise UsageError(
            "Dieses Terminal kann keine Oberfläche zeigen (TERM=dumb)."
            if terminal.is_plain()
            else "Die Oberfläche braucht ein Terminal.",
            hint="Ohne Terminal gehen: tea status, tea check, tea build",
        )
    from tea_assistant.tui.start import run as run_app

    return run_app(folder, arguments.cycle)
