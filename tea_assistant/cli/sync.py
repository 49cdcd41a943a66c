"""`tea sync`: brings the dossier and the one that others share together."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from tea_assistant.services.session import Session
    from tea_assistant.services.sync.disputes import Side
    from tea_assistant.services.sync.merge import FileConflict, Resolve

DETAILS = """\
Braucht Git, und die Mappe in einem Repositorium: Hält die eigenen Änderungen
fest, holt die der anderen, führt beide zusammen und überträgt das Ergebnis.
Andere Dateien im Repositorium bleiben, wie sie sind.

Haben beide dieselbe Stelle geändert, wird gefragt, Feld für Feld. Wo niemand
antworten kann, bleibt alles, wie es war; oder eine der Optionen entscheidet."""
WAITING = 1
"""The exit code where something is left to decide."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the message, and who wins where nobody is asked."""
    given.add_folder(parser)
    parser.set_defaults(cycle=None)
    parser.add_argument(
        "-m",
        "--message",
        metavar="TEXT",
        default="",
        help="was sich geändert hat (sonst: aus den Änderungen)",
    )
    side = parser.add_mutually_exclusive_group()
    for name, text in (
        ("mine", "bei Widersprüchen gilt die eigene Fassung"),
        ("theirs", "bei Widersprüchen gilt die Fassung der anderen"),
        ("proposal", "bei Widersprüchen gilt der Vorschlag, der beide Texte enthält"),
    ):
        side.add_argument(f"--{name}", action="store_const", const=name, dest="side", help=text)


def run(arguments: Namespace) -> int:
    """Do it, and say what came of it."""
    from tea_assistant.services.sync import sync
    from tea_assistant.services.sync.words import outcome_text

    session = given.open_session(arguments, writes=True)
    _introduce(session)
    draft = sync.prepare(session, arguments.message)
    try:
        outcome = sync.run(draft, _resolve(arguments.side, draft.names), terminal.tell_progress)
    finally:
        terminal.tell_progress("")
    terminal.show(outcome_text(outcome))
    return WAITING if outcome.is_postponed else 0


def _introduce(session: "Session") -> None:
    """Ask who is at work where git does not know."""
    from tea_assistant.services.sync.with_git import introduce, knows_name

    if knows_name(session.root) or not terminal.can_ask():
        return
    terminal.tell("Git weiß noch nicht, wer Sie sind. Das steht dann bei jeder Ihrer Änderungen.")
    name, mail = terminal.ask("Vor- und Nachname: "), terminal.ask("E-Mail-Adresse: ")
    if not name or not mail:
        raise UsageError("Ohne Namen und Adresse hält Git nichts fest. Es wurde nichts geändert.")
    introduce(session.root, name, mail)


def _resolve(side: "Side | None", names: Mapping[str, str]) -> "Resolve":
    def resolve(conflicts: "Sequence[FileConflict]") -> Mapping[str, str | None] | None:
        from tea_assistant.cli.sync_questions import ask_all
        from tea_assistant.services.sync.disputes import always

        if side:
            return always(side, conflicts)
        terminal.tell_progress("")
        return ask_all(conflicts, names, can_ask=terminal.can_ask())

    return resolve
