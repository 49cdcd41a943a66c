"""`tea history`: shows who changed what and when, and brings one item back."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import EditError, UsageError

if TYPE_CHECKING:
    from tea_assistant.services.session import Session
    from tea_assistant.services.versions.item import Item

DETAILS = """\
Braucht Git: Gezeigt wird, was im Repositorium der Mappe festgehalten ist, zum
Beispiel mit „tea sync“. Ein Eintrag ist eine Datei oder eine Kennung; hinter
einem Doppelpunkt steht auf Wunsch ein Feld.

  tea history mentoring-fuer-frauen
  tea history --at 11.02.2025
  tea history --restore mentoring-fuer-frauen:Ziel --at 3f2a9c1b"""
_SHOWN = 20


def add_arguments(parser: GermanParser) -> None:
    """Take the item, the dossier, and what is to be done with an earlier version."""
    parser.add_argument(
        "words", nargs="*", metavar="EINTRAG ORDNER", help="Eintrag (sonst: alle), dann der Ordner der Mappe"
    )
    parser.add_argument(
        "--at", metavar="FASSUNG", help="vergleicht die Fassung oder den Tag mit heute: 3f2a9c1b, 11.02.2025"
    )
    parser.add_argument(
        "--restore",
        metavar="EINTRAG",
        help="stellt einen Eintrag oder ein Feld so wieder her, wie --at es hat",
    )
    parser.add_argument(
        "--limit", metavar="ZAHL", type=int, default=_SHOWN, help=f"so viele Fassungen (sonst: {_SHOWN})"
    )
    given.add_json(parser)
    parser.set_defaults(cycle=None)


def run(arguments: Namespace) -> int:
    """Show the history, compare with an earlier version, or bring something back."""
    from tea_assistant.services.versions.item import item_of

    word, arguments.folder = _words(arguments.words)
    session = given.open_session(arguments)
    item = item_of(session, word) if word else None
    if arguments.limit < 1:
        raise UsageError("Mindestens eine Fassung: --limit 1")
    if arguments.restore:
        return _restore(session, arguments)
    if arguments.at:
        return _compare(session, item, arguments)
    return _show(session, item, arguments)


def _words(words: list[str]) -> tuple[str, str]:
    """Tell an item from a folder: `tea history ORDNER` names no item."""
    match words:
        case []:
            return "", "."
        case [one]:
            return ("", one) if Path(one).is_dir() else (one, ".")
        case [item, folder]:
            return item, folder
    raise UsageError(f"Unbekannte Angabe: {words[2]}")


def _show(session: "Session", item: "Item | None", arguments: Namespace) -> int:
    from tea_assistant.services.compare import names_in
    from tea_assistant.services.progress import as_json_text
    from tea_assistant.services.versions.text import history_text, history_values, item_history_text
    from tea_assistant.services.versions.versions import history, is_cut_off

    file, path = (item.file, item.path) if item else ("", ())
    found = history(session.root, file, path, names=names_in(session.dossier), limit=arguments.limit)
    if arguments.json:
        terminal.deliver(as_json_text({"format": 1, "file": file, "versions": history_values(found)}))
        return 0
    name = session.dossier.organisation.name
    terminal.show(item_history_text(found, file) if file else history_text(found, name))
    if is_cut_off(session.root):
        terminal.tell("Hinweis: Diese Kopie des Repositoriums hat nur die neueren Fassungen.")
    return 0


def _compare(session: "Session", item: "Item | None", arguments: Namespace) -> int:
    from tea_assistant.services.compare import compare, names_in
    from tea_assistant.services.compare_text import changes_text, changes_values
    from tea_assistant.services.progress import as_json_text
    from tea_assistant.services.snapshots.states import state_now
    from tea_assistant.services.versions.versions import commit_at, state_at

    commit = commit_at(session.root, arguments.at)
    old, new = state_at(session.root, commit), state_now(session).texts
    if item:
        old, new = ({file: side[file] for file in side if file == item.file} for side in (old, new))
    changes = compare(old, new, names_in(session.dossier))
    if arguments.json:
        values = {"format": 1, "old": commit, "new": "jetzt", "changes": changes_values(changes)}
        terminal.deliver(as_json_text(values))
    else:
        terminal.show(f"{arguments.at} → jetzt\n\n{changes_text(changes)}")
    return 0


def _restore(session: "Session", arguments: Namespace) -> int:
    from tea_assistant.services.versions.item import item_of, restore
    from tea_assistant.services.versions.versions import commit_at, state_at

    if not arguments.at:
        raise UsageError(
            "Von wann?", hint="Zum Beispiel: --at 11.02.2025 oder eine Kennung aus „tea history“"
        )
    item = item_of(session, arguments.restore)
    commit = commit_at(session.root, arguments.at)
    if not restore(session, item, state_at(session.root, commit), f"Fassung {arguments.at} zurückgeholt"):
        terminal.show(f"Daran war nichts zu ändern: {arguments.restore}")
        return 0
    saved = session.save()
    if saved.conflicts or saved.errors:
        reason = saved.errors[0] if saved.errors else "Die Datei wurde inzwischen außerhalb geändert."
        raise EditError(f"Nicht gespeichert: {reason}", file=item.file)
    terminal.show(f"Zurückgeholt aus der Fassung {arguments.at}: {arguments.restore}")
    return 0
