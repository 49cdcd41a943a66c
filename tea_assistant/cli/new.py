"""`tea new`: makes a new dossier."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.invocation import command_line
from tea_assistant.errors import UsageError

DETAILS = "Was nicht angegeben ist, wird gefragt."


def add_arguments(parser: GermanParser) -> None:
    """Take the folder and what the dossier begins with."""
    parser.add_argument("folder", metavar="ORDNER", help="Ordner für die neue Mappe")
    parser.add_argument("--name", metavar="NAME", help="Name der Organisation, zum Beispiel „Stadt Herne“")
    parser.add_argument("--state", metavar="LAND", help="Bundesland als Kürzel oder Name, zum Beispiel NW")
    parser.add_argument("--cycle", metavar="JAHR", help="Jahr der Bewerbungsrunde (sonst: die nächste)")
    parser.add_argument(
        "--catalogue",
        metavar="KATALOG",
        help="Katalog: ein mitgelieferter, oder ein Ordner mit einem eigenen",
    )
    parser.add_argument(
        "--git", action="store_true", help="mit Git teilen; ist hier kein Repositorium, entsteht eines"
    )


def run(arguments: Namespace) -> int:
    """Make the dossier."""
    from tea_assistant.services.create import create_dossier, next_cycle, state_code
    from tea_assistant.services.own_catalogue import catalogue_called

    # Nobody is asked for anything where it comes to nothing.
    catalogue = catalogue_called(arguments.catalogue) if arguments.catalogue else None

    year = next_cycle(date.today())  # noqa: DTZ011 (the user's own calendar)
    name = _answer(arguments.name, "Name der Organisation: ")
    if not name:
        raise UsageError("Die Mappe braucht den Namen der Organisation.", hint="Bitte angeben: --name NAME")
    state = state_code(_answer(arguments.state, "Bundesland (zum Beispiel NW; leer lassen geht auch): "))
    cycle = _answer(arguments.cycle, f"Jahr der Bewerbungsrunde [{year}]: ") or year
    folder = create_dossier(Path(arguments.folder), name, state, cycle, catalogue)
    shared = _with_git(folder, wanted=arguments.git)
    terminal.show(f"Mappe angelegt: {folder}\n{shared}Öffnen mit: {command_line(folder)}")
    return 0


def _with_git(folder: Path, *, wanted: bool) -> str:
    """Offer git where it is there and somebody can answer; say what came of it."""
    from tea_assistant.services.sync.with_git import has_git, is_in_repository, put_under_git

    if not wanted:
        if not terminal.can_ask() or not has_git():
            return ""
        if is_in_repository(folder):
            question = "Der Ordner liegt in einem Git-Repositorium. Texte der Mappe feldweise zusammenführen?"
        else:
            question = "Die Mappe mit Git festhalten und teilen (legt ein Repositorium an)?"
        if terminal.ask(f"{question} [j/N] ").casefold() not in ("j", "ja"):
            return ""
    if put_under_git(folder):
        return "Git-Repositorium angelegt. Den ersten Stand hält fest: tea sync\n"
    return "Git führt die Texte der Mappe jetzt feldweise zusammen.\n"


def _answer(given: str | None, question: str) -> str:
    if given is not None or not terminal.can_ask():
        return (given or "").strip()
    return terminal.ask(question)
