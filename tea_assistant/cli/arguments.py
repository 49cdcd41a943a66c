"""What several commands take: the folder of the dossier, the round, a file for the result."""

from argparse import SUPPRESS, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

if TYPE_CHECKING:
    from tea_assistant.services.session import Session


def add_folder(parser: GermanParser) -> None:
    """Take the folder of the dossier."""
    parser.add_argument(
        "folder", nargs="?", default=".", metavar="ORDNER", help="Ordner der Mappe (sonst: hier oder darüber)"
    )


def add_cycle(parser: GermanParser) -> None:
    """Take the round."""
    parser.add_argument("--cycle", metavar="JAHR", help="Bewerbungsrunde (sonst: die neueste)")


def add_json(parser: GermanParser, *, as_format: bool = False) -> None:
    """Take `--json`; with `as_format` it says the same as `--format json`."""
    text = "Ausgabe für Programme statt für Menschen"
    if as_format:
        parser.add_argument(
            "--json",
            dest="format",
            action="store_const",
            const="json",
            default=SUPPRESS,
            help=f"{text}, wie --format json",
        )
    else:
        parser.add_argument("--json", action="store_true", help=text)


def open_session(arguments: Namespace, *, writes: bool = False) -> "Session":
    """Open the dossier that is meant; say when it can only be read, or is open elsewhere while one writes."""
    from tea_assistant.cli.waiting import counting
    from tea_assistant.services.opening import open_dossier

    told = counting("Die Mappe wird gelesen")
    session = open_dossier(Path(arguments.folder), arguments.cycle, told)
    terminal.tell_progress("")
    if session.read_only:
        terminal.tell("Hinweis: Diese Mappe ist schreibgeschützt, sie wird nur gelesen.")
    elif writes:
        _tell_of_others(session.root)
    return session


def _tell_of_others(root: Path) -> None:
    from tea_assistant.services.claim import Claim, since, who

    standing = Claim(root).look()
    if standing and standing.other:
        named = f"{who(standing.other)}, {since(standing.other)}"
        terminal.tell(f"Hinweis: Diese Mappe ist gerade geöffnet ({named}).")
