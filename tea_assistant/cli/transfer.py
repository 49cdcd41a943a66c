"""`tea transfer`: the texts for the portal's form, field by field."""

from argparse import Namespace
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from tea_assistant.services.session import Session

DETAILS = """\
Zeigt alle Texte in der Reihenfolge des Portals, mit ihrer Länge und ob sie
dort schon stehen. Ein abgehakter Text, der sich danach ändert, gilt als
geändert, bis er wieder abgehakt ist.

--block gibt einen Text ohne Auszeichnung aus, zum Weiterreichen an die
Zwischenablage: tea transfer --block af03/opening | clip

Ein SCHLÜSSEL kann auch mehrere Texte meinen: af03 alle eines Aktionsfelds,
evidence/mentoring alle einer Maßnahme."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round, and what is to be shown or ticked."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument("--part", metavar="TEIL", default="", help="nur dieser Teil, zum Beispiel af03")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="Form der Ausgabe (sonst: text)"
    )
    given.add_json(parser, as_format=True)
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--block", metavar="SCHLÜSSEL", default="", help="gibt nur diesen Text aus")
    one.add_argument(
        "--done", metavar="SCHLÜSSEL", nargs="+", default=[], help="hakt Texte als übertragen ab"
    )
    one.add_argument("--undone", metavar="SCHLÜSSEL", nargs="+", default=[], help="nimmt die Haken zurück")


def run(arguments: Namespace) -> int:
    """Show the list or one text, or tick texts."""
    from tea_assistant.services import transfer_text

    session = given.open_session(arguments, writes=bool(arguments.done or arguments.undone))
    if arguments.block:
        _show_block(session, arguments.block)
    elif arguments.done or arguments.undone:
        _tick(session, arguments.done, arguments.undone)
    else:
        report = transfer_text.REPORTS[arguments.format](session, arguments.part)
        (terminal.deliver if arguments.format == "json" else terminal.show)(report)
    return 0


def _show_block(session: "Session", key: str) -> None:
    from tea_assistant.services.transfer import chosen, transferables

    found = chosen(transferables(session.application), [key])
    if len(found) != 1 or found[0].key != key:
        keys = "\n".join(each.key for each in found)
        raise UsageError(f"„{key}“ meint mehrere Texte.", hint=f"Bitte einen davon nennen:\n{keys}")
    if found[0].text.text:
        terminal.show(found[0].text.text)
    else:
        terminal.tell("Hier gibt es keinen Text, nur etwas anzukreuzen oder zu löschen.")


def _tick(session: "Session", done: list[str], undone: list[str]) -> None:
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.transfer import chosen, mark_done, mark_undone, tally, transferables
    from tea_assistant.services.transfer_text import tally_text

    texts = chosen(transferables(session.application), done or undone)
    changed = mark_done(session, texts) if done else mark_undone(session, texts)
    if changed:
        saved(session)
    else:
        terminal.tell("Daran war nichts zu ändern.")
    terminal.show(f"Ins Portal: {tally_text(tally(transferables(session.application)))}")
