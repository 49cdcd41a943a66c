"""`tea trash`: lists what was deleted, and brings it back."""

from argparse import Namespace

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = """\
Was in der Mappe gelöscht wird, bleibt 30 Tage im Papierkorb: Maßnahmen, Runden, Stände,
ersetzte Anlagen.

  tea trash
  tea trash --restore mentoring-fuer-frauen

Gemeint ist der Titel, die Datei oder deren Name; liegt etwas mehrmals dort, das zuletzt gelöschte.
Was nach dem Löschen neu angelegt wurde und denselben Platz hat, kommt dafür in den Papierkorb."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, and what is to come back."""
    given.add_folder(parser)
    parser.add_argument("--restore", metavar="TITEL", help="holt einen Eintrag zurück")
    given.add_json(parser)
    parser.set_defaults(cycle=None)


def run(arguments: Namespace) -> int:
    """List the trash, or bring something back."""
    from tea_assistant.services import trash
    from tea_assistant.services.trash_text import notes_on, trash_text, trash_values

    session = given.open_session(arguments, writes=bool(arguments.restore))
    if not arguments.restore:
        entries = trash.trash_entries(session)
        if arguments.json:
            from tea_assistant.services.progress import as_json_text

            terminal.deliver(as_json_text({"format": 1, "trash": trash_values(entries)}))
        else:
            terminal.show(trash_text(entries).rstrip("\n"))
        return 0
    from tea_assistant.services.figures.takeover_write import saved

    done = trash.bring_back(session, trash.find(session, arguments.restore))
    saved(session)
    terminal.show(f"Zurückgeholt: {done.title} ({done.file})")
    for note in notes_on(done):
        terminal.tell(note)
    return 0
