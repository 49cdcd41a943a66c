"""`tea snapshot`: keeps states of the dossier under a name, compares them and puts them back."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.waiting import working
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from tea_assistant.model.snapshot import Snapshot
    from tea_assistant.services.session import Session

DETAILS = """\
Ein Stand ist alles, was die Mappe sagt: Texte, Kennzahlen, Maßnahmen, auch Prüfungen
und Anfragen, dazu die Anlagen. Er liegt in der Mappe im Ordner snapshots und lässt sich auch ohne dieses
Programm lesen; Anlagen sind dort für alle Stände nur einmal da.

  tea snapshot "Entwurf an den Personalrat"
  tea snapshot --list
  tea snapshot --compare "Entwurf an den Personalrat"
  tea snapshot --restore "Entwurf an den Personalrat" --item mentoring-fuer-frauen

Vor dem Wiederherstellen wird der jetzige Stand von selbst festgehalten. Was
seither dazugekommen ist, geht in den Papierkorb der Mappe."""


def add_arguments(parser: GermanParser) -> None:
    """Take the name and the dossier, or what is to be done with kept states."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="NAME ORDNER",
        help="Name des Stands, dann der Ordner der Mappe (sonst: hier oder darüber); "
        "bei den Angaben unten nur der Ordner",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="zeigt alle Stände, neueste zuerst")
    what.add_argument(
        "--compare",
        metavar="STAND",
        nargs="+",
        help="zeigt, was sich seit einem Stand geändert hat, oder zwischen zweien",
    )
    what.add_argument("--restore", metavar="STAND", help="stellt einen Stand wieder her")
    what.add_argument("--delete", metavar="STAND", help="legt einen Stand in den Papierkorb der Mappe")
    parser.add_argument(
        "--item", metavar="EINTRAG", help="nur dieser Eintrag, zum Beispiel mentoring-fuer-frauen"
    )
    parser.add_argument("--note", metavar="TEXT", default="", help="Bemerkung zum Stand")
    parser.add_argument(
        "--by", metavar="NAME", default="", help="wer ihn festhält (sonst: der Name am Computer)"
    )
    parser.add_argument("--yes", action="store_true", help="ohne Rückfrage")
    given.add_json(parser)
    parser.set_defaults(cycle=None)


def run(arguments: Namespace) -> int:
    """Keep a state, or do with those that are kept what was asked."""
    from tea_assistant.services.snapshots.text import interrupted_text
    from tea_assistant.store.snapshot_journal import interrupted

    name, arguments.folder = _words(arguments)
    session = given.open_session(arguments, writes=not (arguments.list or arguments.compare))
    if (found := interrupted(session.root)) and not arguments.restore:
        terminal.tell(interrupted_text(found))
    if arguments.list:
        return _list(session, arguments)
    if arguments.compare:
        return _compare(session, arguments)
    if arguments.restore:
        return _restore(session, arguments)
    if arguments.delete:
        return _delete(session, arguments)
    return _keep(session, name, arguments)


def _words(arguments: Namespace) -> tuple[str, str]:
    acts = arguments.list or arguments.compare or arguments.restore or arguments.delete
    words = list(arguments.words)
    if not acts and not words:
        raise UsageError(
            "Es fehlt: NAME",
            hint='Zum Beispiel: tea snapshot "Entwurf an den Personalrat"; alle zeigt: tea snapshot --list',
        )
    name = "" if acts else words.pop(0)
    if len(words) > 1:
        raise UsageError(
            f"Unbekannte Angabe: {words[1]}", hint="Ein Name mit Leerzeichen steht in Anführungszeichen."
        )
    if arguments.item and not (arguments.compare or arguments.restore):
        raise UsageError("--item gibt es nur mit --compare und --restore.")
    if arguments.compare and len(arguments.compare) > 2:
        raise UsageError(
            "Vergleichen lassen sich zwei Stände.",
            hint="Der Ordner der Mappe steht davor: tea snapshot ORDNER --compare A B",
        )
    return name, words[0] if words else "."


def _keep(session: "Session", name: str, arguments: Namespace) -> int:
    from tea_assistant.services.progress import as_json_text
    from tea_assistant.services.snapshots.snapshots import keep
    from tea_assistant.services.snapshots.text import contents, snapshot_values

    with working("Der Stand wird festgehalten"):
        made = keep(session, name, by=arguments.by, note=arguments.note)
    if arguments.json:
        terminal.deliver(as_json_text({"format": 1, "snapshot": snapshot_values(made)}))
    else:
        terminal.show(f"Festgehalten: „{made.name}“ ({contents(made)})")
    for skipped in made.skipped:
        terminal.tell(f"Nicht dabei: {skipped.file}: {skipped.reason}")
    return 0


def _list(session: "Session", arguments: Namespace) -> int:
    from tea_assistant.services.progress import as_json_text
    from tea_assistant.services.snapshots.snapshots import kept_states
    from tea_assistant.services.snapshots.text import states_text, states_values

    states = kept_states(session.root)
    if arguments.json:
        terminal.deliver(as_json_text({"format": 1, "snapshots": states_values(states)}))
    else:
        terminal.show(states_text(states))
    return 0


def _compare(session: "Session", arguments: Namespace) -> int:
    from tea_assistant.services.compare import names_in
    from tea_assistant.services.compare_text import changes_text, changes_values
    from tea_assistant.services.progress import as_json_text
    from tea_assistant.services.snapshots.snapshots import find
    from tea_assistant.services.snapshots.states import differences, only, state_now, state_of

    kept = [find(session.root, name).snapshot for name in arguments.compare]
    sides = [state_of(session.root, snapshot) for snapshot in kept]
    if len(sides) == 1:
        sides.append(state_now(session))
    if arguments.item:
        sides = [only(side, arguments.item) for side in sides]
        if not any(side.texts or side.attachments for side in sides):
            raise UsageError(f"Den Eintrag „{arguments.item}“ gibt es in keinem der beiden Stände.")
    changes = differences(sides[0], sides[1], names_in(session.dossier))
    titles = [snapshot.name for snapshot in kept] + ["jetzt"] * (len(kept) == 1)
    if arguments.json:
        values = {"format": 1, "old": titles[0], "new": titles[1], "changes": changes_values(changes)}
        terminal.deliver(as_json_text(values))
    else:
        new = titles[1] if len(kept) == 1 else f"„{titles[1]}“"
        terminal.show(f"„{titles[0]}“ → {new}\n\n{changes_text(changes)}")
    return 0


def _restore(session: "Session", arguments: Namespace) -> int:
    from tea_assistant.services.compare_text import tally
    from tea_assistant.services.snapshots.restore import require_whole, restore
    from tea_assistant.services.snapshots.snapshots import find
    from tea_assistant.services.snapshots.states import differences, state_now, state_of
    from tea_assistant.store.snapshot_journal import interrupted

    snapshot = find(session.root, arguments.restore).snapshot
    if arguments.item:
        return _restore_item(session, snapshot, arguments.item)
    require_whole(session.root, snapshot)
    changes = differences(state_now(session), state_of(session.root, snapshot), {})
    if not changes and not interrupted(session.root):
        terminal.show(f"Die Mappe ist noch so wie in „{snapshot.name}“.")
        return 0
    question = f"Die ganze Mappe auf „{snapshot.name}“ zurücksetzen? Einträge: {tally(changes) or 'keiner'}."
    if not _agreed(question, arguments):
        return 0
    with working("Der Stand wird wiederhergestellt"):
        done = restore(session, snapshot)
    terminal.show(
        f"Wiederhergestellt: „{snapshot.name}“ "
        f"({len(done.written)} geschrieben, {len(done.trashed)} im Papierkorb)"
    )
    terminal.tell(f"Wie es vorher war, hält „{done.before.name}“ fest.")
    return 0


def _restore_item(session: "Session", snapshot: "Snapshot", item: str) -> int:
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.snapshots.items import file_of, restore_item

    done = restore_item(session, snapshot, file_of(snapshot, item))
    saved(session)
    if done.changed or done.attachments:
        terminal.show(f"Zurückgeholt aus „{snapshot.name}“: {', '.join((done.file, *done.attachments))}")
    else:
        terminal.show(f"Daran war nichts zu ändern: {done.file}")
    for file in done.others:
        terminal.tell(f"{file} hat heute einen anderen Inhalt und bleibt, wie es ist.")
    return 0


def _delete(session: "Session", arguments: Namespace) -> int:
    from tea_assistant.cli.invocation import from_here
    from tea_assistant.services.snapshots.snapshots import delete, find

    snapshot = find(session.root, arguments.delete).snapshot
    if not _agreed(f"Den Stand „{snapshot.name}“ löschen?", arguments):
        return 0
    place: Path = delete(session, snapshot)
    terminal.show(f"Gelöscht: „{snapshot.name}“. Er liegt noch im Papierkorb: {from_here(place)}")
    return 0


def _agreed(question: str, arguments: Namespace) -> bool:
    if arguments.yes:
        return True
    if not terminal.can_ask():
        raise UsageError("Hier kann niemand gefragt werden.", hint="Ohne Rückfrage: --yes")
    if terminal.ask(f"{question} [j/N] ").casefold() in ("j", "ja"):
        return True
    terminal.tell("Nichts geändert.")
    return False
