"""`tea figures import`: takes figures over from Excel, CSV and Markdown tables."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from tea_assistant.services.figures.takeover import Opened, Plan, Table
    from tea_assistant.services.session import Session

DETAILS = """\
Zeigt zuerst, welche Zahl wohin käme und was keinen Platz findet, und fragt
dann. Übernommen wird alles, was dort steht, oder nichts.

Was falsch verstanden ist, lässt sich sagen: --map "Spalte B=Frauen, Teilzeit"
--map "Zeile 7=Führungskräfte" --map "Tabelle=Beschäftigte"
--map "Spalte E=nicht übernehmen". Die Mappe merkt es sich für die nächste
Tabelle mit denselben Spalten."""


def add_arguments(parser: GermanParser) -> None:
    """Take the file, the dossier, the date and the corrections."""
    parser.add_argument("file", metavar="DATEI", help="Tabelle als .xlsx, .csv oder .md")
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument(
        "--as-of",
        metavar="DATUM",
        default="",
        help="Stichtag, zum Beispiel 2024-12-31 (sonst: der in der Überschrift der Tabelle)",
    )
    parser.add_argument(
        "--sheet", metavar="TABELLE", default="", help="Name oder Nummer der Tabelle, wenn es mehrere gibt"
    )
    parser.add_argument(
        "--map",
        metavar="STELLE=BEDEUTUNG",
        action="append",
        default=[],
        dest="corrections",
        help="was eine Spalte, eine Zeile oder die Tabelle zählt (mehrfach möglich)",
    )
    parser.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts übernehmen")
    parser.add_argument("--yes", action="store_true", help="ohne Rückfrage übernehmen")


def run(arguments: Namespace) -> int:
    """Show what would be imported, ask, and import it."""
    from tea_assistant.services.figures import takeover as service
    from tea_assistant.services.figures import takeover_text as text
    from tea_assistant.services.figures.takeover_write import saved, take_over

    session = given.open_session(arguments, writes=True)
    opened = service.open_file(Path(arguments.file))
    table = _table(session, opened, arguments)
    words = service.wording(session)
    mapping = service.corrected(session, table, arguments.corrections)
    todo = service.plan(session, opened, table, _as_of(table, arguments.as_of), mapping)
    terminal.show(text.as_text(todo, words))
    if todo.problems or not todo.moves:
        terminal.tell(_refused(todo))
        return 2
    if arguments.dry_run or not todo.changes:
        return 0
    if not (arguments.yes or _agreed()):
        terminal.tell("Nichts übernommen.")
        return 0
    take_over(session, todo)
    saved(session)
    terminal.show(f"Übernommen: {todo.file}")
    return 0


def _table(session: "Session", opened: "Opened", arguments: Namespace) -> "Table":
    from tea_assistant.services.figures import takeover as service
    from tea_assistant.services.figures.takeover_text import tables_text

    if arguments.sheet or len(opened.tables) == 1:
        return service.chosen(opened, arguments.sheet)
    counts = [service.placeable(session, table) for table in opened.tables]
    filled = [table for table, count in zip(opened.tables, counts, strict=True) if count]
    if len(filled) == 1:
        return filled[0]
    overview = tables_text(opened, counts)
    if not terminal.can_ask():
        raise UsageError("Welche Tabelle ist gemeint?", hint=f"Bitte mit --sheet wählen.\n{overview}")
    terminal.tell(overview)
    return service.chosen(opened, terminal.ask("Welche Tabelle (Name oder Nummer)? "))


def _as_of(table: "Table", said: str) -> str:
    from tea_assistant.services.figures import takeover as service

    as_of = service.iso_date(said) if said else service.date_in_title(table)
    if not as_of and terminal.can_ask():
        as_of = service.iso_date(terminal.ask("Zu welchem Stichtag (zum Beispiel 31.12.2024)? "))
    if not as_of:
        raise UsageError("Zu welchem Stichtag gehören die Zahlen?", hint="Bitte angeben: --as-of 2024-12-31")
    return as_of


def _agreed() -> bool:
    if not terminal.can_ask():
        raise UsageError(
            "Ohne Rückfrage wird nichts übernommen.", hint="Mit --yes wird die Vorschau so übernommen."
        )
    return terminal.ask("Übernehmen? [j/N] ").casefold() in ("j", "ja")


def _refused(todo: "Plan") -> str:
    if todo.problems:
        return "Nichts übernommen: Bitte zuerst die genannten Zellen berichtigen oder mit --map ausnehmen."
    return 'Nichts übernommen. Was gezählt wird, lässt sich sagen: --map "Tabelle=Beschäftigte"'
