"""`tea keys`: prints all keys of the screens."""

from argparse import Namespace

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = (
    "Je Bildschirm: Taste, Name des Befehls und was er tut. Mit dem Namen lässt sich in einer Datei eine\n"
    "andere Taste wählen; wo sie liegt und was an ihr falsch ist, steht darunter."
)


def add_arguments(parser: GermanParser) -> None:
    """Take nothing."""
    del parser


def run(arguments: Namespace) -> int:
    """Print them; exit code 1 where the file has mistakes."""
    del arguments
    from tea_assistant.store import key_file
    from tea_assistant.tui import all_keys, key_choices

    chosen = key_choices.read()
    terminal.show(all_keys.as_text(chosen.keys))
    terminal.show(f"\nEigene Tasten: {key_file.path()}")
    for problem in chosen.problems:
        terminal.tell(problem)
    return 1 if chosen.problems else 0
