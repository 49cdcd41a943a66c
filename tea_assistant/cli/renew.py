"""`tea renew`: begins the next round from the last one."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.invocation import command_line
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from tea_assistant.renewal.migrate import Move
    from tea_assistant.services.session import Session

DETAILS = """\
Zeigt zuerst, was übernommen wird, und legt die Runde dann an. Nichts gilt
danach still als aktuell: Texte sind markiert, Maßnahmen noch nicht angesehen.
Die frühere Runde bleibt, wie sie ist.

Noch einmal ausgeführt, ändert der Befehl nichts; nach einem Abbruch legt er
an, was noch fehlt. Mit --undo geht die Runde in den Papierkorb der Mappe,
solange niemand an ihr gearbeitet hat."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the new round, its catalogue and the decisions."""
    given.add_folder(parser)
    parser.set_defaults(cycle=None)
    parser.add_argument("--to", metavar="JAHR", required=True, help="die neue Bewerbungsrunde")
    parser.add_argument("--catalogue", metavar="KATALOG", default="", help="Katalog (sonst: der gültige)")
    parser.add_argument(
        "--decide",
        metavar="ALT=NEU[,NEU]",
        action="append",
        default=[],
        help="wohin etwas im neuen Katalog geht; ohne NEU bleibt es zurück (mehrfach möglich)",
    )
    parser.add_argument(
        "--anyway", action="store_true", help="auch, wenn die letzte Runde nie eingereicht wurde"
    )
    parser.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts anlegen")
    parser.add_argument("--undo", action="store_true", help="die neue Runde zurücknehmen")


def run(arguments: Namespace) -> int:
    """Show the new round, then make it; or take it back."""
    from tea_assistant.services import renew

    session = given.open_session(arguments, writes=True)
    if arguments.undo:
        return _undo(session, arguments.to)
    decisions = _decisions(arguments.decide)

    found = renew.preview(
        session,
        arguments.to,
        catalogue=arguments.catalogue,
        decisions=decisions or None,
        anyway=arguments.anyway,
    )
    if found.is_done:
        terminal.show(renew.outcome(found))
        return 0
    terminal.show(renew.as_text(found))
    if arguments.dry_run:
        return 0
    if terminal.can_ask() and not found.begun:
        decisions |= _asked(found.plan.migration.to_decide)
    done = renew.renew(
        session,
        arguments.to,
        catalogue=arguments.catalogue,
        decisions=decisions or None,
        anyway=arguments.anyway,
    )
    terminal.show(
        f"\n{renew.outcome(done)}\nÖffnen mit: {command_line(session.root, '--cycle', arguments.to)}"
    )
    return 0


def _undo(session: "Session", to: str) -> int:
    from tea_assistant.services.renew_undo import undo_renewal

    removed = undo_renewal(session, to)
    terminal.show(
        f"Bewerbungsrunde {to} zurückgenommen; {len(removed)} Dateien liegen im Papierkorb der Mappe."
    )
    return 0


def _decisions(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found = {}
    for word in words:
        old, sign, new = word.partition("=")
        if not old or not sign:
            raise UsageError(
                f"„{word}“ ist keine Entscheidung.",
                hint="Zum Beispiel: --decide hf03-ausbildung=af02-sensibilisierung",
            )
        found[old.strip()] = tuple(name.strip() for name in new.split(",") if name.strip())
    return found


def _asked(moves: Sequence["Move"]) -> Mapping[str, tuple[str, ...]]:
    """Ask for each split where it goes; an empty answer leaves it for later."""
    return {move.id: answer for move in moves if (answer := _answer(move)) is not None}


def _answer(move: "Move") -> tuple[str, ...] | None:
    from tea_assistant.renewal.notes import named

    choices = [f"  {number}  {successor}" for number, successor in enumerate(move.successors, start=1)]
    terminal.tell("\n".join([f"\nWohin geht {named(move)}?", *move.texts, *choices, "  0  zurücklassen"]))
    while True:
        said = terminal.ask("Nummern, die erste bekommt den Text (leer: später entscheiden): ")
        if not said:
            return None
        numbers = said.replace(",", " ").split()
        if numbers == ["0"]:
            return ()
        if all(n.isascii() and n.isdecimal() and 1 <= int(n) <= len(move.successors) for n in numbers):
            return tuple(dict.fromkeys(move.successors[int(n) - 1] for n in numbers))
        terminal.tell(f"Bitte Nummern von 1 bis {len(move.successors)}, oder 0.")
