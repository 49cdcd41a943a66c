"""`tea tour`: the guided tour through a copy of the example."""

from argparse import Namespace

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

DETAILS = """\
Zehn Minuten in einer Kopie von Musterstadt: einen Text schreiben, eine Maßnahme
verknüpfen, einen Befund beheben, das Dokument ansehen, das PDF schreiben. Das
Programm sieht selbst, was geschafft ist. Wer unterbricht, macht beim nächsten
Mal an derselben Stelle weiter."""


def add_arguments(parser: GermanParser) -> None:
    """Take nothing."""
    del parser


def run(arguments: Namespace) -> int:
    """Open the screens on the tour."""
    del arguments
    if not terminal.is_interactive():
        raise UsageError(
            "Der Rundgang braucht ein Terminal.", hint="Ohne Terminal zeigt ein Beispiel: tea demo"
        )
    from tea_assistant.tui.start import run_tour

    return run_tour()
