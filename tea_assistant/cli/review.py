"""`tea review`: looks at the application item by item, comments and signs."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from tea_assistant.review.items import ReviewItem
    from tea_assistant.services.review.reviewers import Reviewer
    from tea_assistant.services.session import Session

DETAILS = """\
Ohne --as steht hier, wer wie viel geprüft hat, welche Freigaben fehlen und
welche Anmerkungen offen sind. Mit --as und --role steht jede Stelle der
Bewerbung da, und ob diese Person sie freigegeben hat; im Terminal öffnet sich
dann die Prüfung auf dem Bildschirm (als Liste mit --list).

Ein SCHLÜSSEL nennt eine Stelle (af03/opening) oder einen ganzen Teil (af03).
Eine Freigabe gilt genau für das, was zu sehen war: den Text mit seinen
Maßnahmen, Nachweisen und Kennzahlen. Ändert sich davon etwas, gilt sie nicht
mehr, und --show zeigt Wort für Wort, was anders ist.

Jede Person hat ihre eigene Datei in reviews/; in eine fremde wird nie
geschrieben. Auch das Büro antwortet unter seinem Namen."""

_WRITES = ("comment", "ask", "answer", "resolve", "reopen", "approve", "withdraw")


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round, who reviews, and what is to be shown or said."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument("--as", dest="name", metavar="NAME", default="", help="wer prüft")
    parser.add_argument("--role", metavar="ROLLE", default="", help="in welcher Rolle, etwa Personalrat")
    parser.add_argument("--part", metavar="TEIL", default="", help="nur dieser Teil, zum Beispiel af03")
    given.add_json(parser)
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--list", action="store_true", help="zeigt alle Stellen und wie sie stehen")
    one.add_argument("--show", metavar="SCHLÜSSEL", help="zeigt eine Stelle mit allem, worauf sie beruht")
    one.add_argument("--comment", nargs=2, metavar=("SCHLÜSSEL", "TEXT"), help="merkt etwas an")
    one.add_argument("--ask", nargs=2, metavar=("SCHLÜSSEL", "TEXT"), help="bittet um eine Änderung")
    one.add_argument("--answer", nargs=2, metavar=("ANMERKUNG", "TEXT"), help="antwortet auf eine Anmerkung")
    one.add_argument("--resolve", metavar="ANMERKUNG", help="meldet eine Anmerkung als erledigt")
    one.add_argument("--reopen", metavar="ANMERKUNG", help="öffnet eine Anmerkung wieder")
    one.add_argument("--approve", nargs="+", metavar="SCHLÜSSEL", help="gibt Stellen oder Teile frei")
    one.add_argument("--withdraw", nargs="+", metavar="SCHLÜSSEL", help="nimmt Freigaben zurück")
    parser.add_argument("--quote", metavar="SATZ", default="", help="mit --comment oder --ask: der Satz")
    parser.add_argument(
        "--seen", metavar="PRÜFSUMME", default="", help="mit --approve: nur, wenn es noch so ist wie gezeigt"
    )


def run(arguments: Namespace) -> int:
    """Show, or say something in the name of the person."""
    from tea_assistant.services.review.reviewers import open_review

    writes = any(getattr(arguments, name) for name in _WRITES)
    session = given.open_session(arguments, writes=writes)
    _require_sense(arguments, writes=writes)
    reviewer = open_review(session, arguments.name, arguments.role) if arguments.name else None
    if reviewer and terminal.is_interactive() and not (writes or _lists(arguments)):
        return _open_screen(arguments, _with_role(reviewer))
    if reviewer is None or not writes:
        _show(session, reviewer, arguments)
        return 0
    _say(session, _with_role(reviewer), arguments)
    return 0


def _lists(arguments: Namespace) -> bool:
    return bool(arguments.list or arguments.show or arguments.json or arguments.part)


def _with_role(reviewer: "Reviewer") -> "Reviewer":
    if not reviewer.role:
        raise UsageError("Bitte auch sagen, in welcher Rolle Sie prüfen.", hint="--role Personalrat")
    return reviewer


def _open_screen(arguments: Namespace, reviewer: "Reviewer") -> int:
    from tea_assistant.tui.start import run as run_app
    from tea_assistant.tui.widgets.ask_reviewer import Person

    return run_app(Path(arguments.folder), arguments.cycle, Person(reviewer.name, reviewer.role))


def _require_sense(arguments: Namespace, *, writes: bool) -> None:
    if not arguments.name and (writes or arguments.role or arguments.list):
        raise UsageError(
            "Bitte sagen, wer prüft.", hint='tea review --as "Erika Mustermann" --role Personalrat'
        )
    if arguments.quote and not (arguments.comment or arguments.ask):
        raise UsageError("Einen Satz gibt es nur mit --comment oder --ask.")
    if arguments.seen and len(arguments.approve or ()) != 1:
        raise UsageError("Eine Prüfsumme gibt es nur mit --approve und einem einzigen SCHLÜSSEL.")


def _show(session: "Session", reviewer: "Reviewer | None", arguments: Namespace) -> None:
    from tea_assistant.services.review import text as review_text
    from tea_assistant.services.review.review import require_item
    from tea_assistant.services.review.values import review_json

    item = require_item(session.application, arguments.show) if arguments.show else None
    if arguments.json:
        terminal.deliver(review_json(session, reviewer, _chosen(session, item, arguments.part)))
    elif item:
        terminal.show(review_text.item_text(session, item, reviewer))
    elif reviewer:
        part = require_item(session.application, arguments.part).part if arguments.part else ""
        terminal.show(review_text.list_text(session, reviewer, part))
    else:
        terminal.show(review_text.overview_text(session))


def _chosen(session: "Session", item: "ReviewItem | None", part: str) -> tuple["ReviewItem", ...]:
    from tea_assistant.review.items import review_items
    from tea_assistant.services.review.review import require_item

    if item or not part:
        return (item,) if item else ()
    whole = require_item(session.application, part)
    return tuple(each for each in review_items(session.application) if each.part == whole.part)


def _say(session: "Session", reviewer: "Reviewer", arguments: Namespace) -> None:
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.review import review

    said = "Daran war nichts zu ändern."
    if arguments.comment or arguments.ask:
        make = review.comment if arguments.comment else review.ask_for_change
        key, text = arguments.comment or arguments.ask
        said = f"Angemerkt: {make(session, reviewer, key, text, quote=arguments.quote)}"
    elif arguments.answer:
        review.reply(session, reviewer, *arguments.answer)
        said = f"Geantwortet: {arguments.answer[0]}"
    elif arguments.resolve and review.resolve(session, reviewer, arguments.resolve):
        said = f"Als erledigt gemeldet: {arguments.resolve}"
    elif arguments.reopen and review.reopen(session, reviewer, arguments.reopen):
        said = f"Wieder offen: {arguments.reopen}"
    elif arguments.approve:
        said = _approve(session, reviewer, arguments)
    elif arguments.withdraw:
        said = _withdraw(session, reviewer, arguments.withdraw)
    saved(session)
    terminal.show(said)


def _approve(session: "Session", reviewer: "Reviewer", arguments: Namespace) -> str:
    from tea_assistant.review.tally import tally
    from tea_assistant.services.review.reviewers import review_of
    from tea_assistant.services.review.signing import approve, as_shown, as_was_shown
    from tea_assistant.services.review.words import tally_text

    shown = as_shown(session.application, arguments.approve)
    if arguments.seen:
        shown = as_was_shown(shown, arguments.seen)
    new = approve(session, reviewer, shown)
    count = tally_text(tally(session.application, review_of(session, reviewer)))
    if not new:
        return f"Das war schon freigegeben.\n{count}"
    return f"{_listed('Freigegeben', new)}\n{count}"


def _withdraw(session: "Session", reviewer: "Reviewer", keys: list[str]) -> str:
    from tea_assistant.services.review.signing import withdraw

    gone = withdraw(session, reviewer, keys)
    return _listed("Freigabe zurückgenommen", gone) if gone else "Daran war nichts zu ändern."


def _listed(done: str, keys: Sequence[str]) -> str:
    """Name what was done: one thing on the same line, several below each other."""
    if len(keys) == 1:
        return f"{done}: {keys[0]}"
    return "\n".join([f"{done} ({len(keys)}):", *(f"  {key}" for key in keys)])
