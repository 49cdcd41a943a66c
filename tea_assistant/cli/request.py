"""`tea request`: asks a department with a form that it can fill in without this program."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from tea_assistant.services.session import Session

DETAILS = """\
Macht eine Datei, die eine Fachstelle ohne dieses Programm ausfüllt: als
Excel-Formular mit Auswahllisten und als Textformular. Was schon bekannt ist,
steht darin. Die Antwort nimmt danach auf: tea import DATEI

Ohne Angabe wird nach allen Maßnahmen gefragt, für die die Fachstelle als
zuständig eingetragen ist.

  tea request Personalamt --until 31.03.2025
  tea request Personalamt --evidence mentoring --figures 2024-12-31/leadership
  tea request --list"""


def add_arguments(parser: GermanParser) -> None:
    """Take whom to ask, what, and until when."""
    parser.add_argument(
        "department",
        nargs="?",
        default="",
        metavar="FACHSTELLE",
        help="wer gefragt wird, zum Beispiel Personalamt",
    )
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument(
        "--evidence",
        nargs="+",
        action="extend",
        default=[],
        metavar="MASSNAHME",
        help="nach diesen Maßnahmen fragen",
    )
    parser.add_argument(
        "--figures",
        nargs="+",
        action="extend",
        default=[],
        metavar="STICHTAG",
        help="nach Kennzahlen fragen, zum Beispiel 2024-12-31 oder 2024-12-31/leadership",
    )
    parser.add_argument(
        "--criteria",
        nargs="+",
        action="extend",
        default=[],
        metavar="AKTIVITÄT",
        help="nach diesen Aktivitäten fragen",
    )
    parser.add_argument("--until", default="", metavar="DATUM", help="Antwort bis, zum Beispiel 31.03.2025")
    parser.add_argument("--to", default="", metavar="WER", help="Name oder Mailadresse in der Fachstelle")
    parser.add_argument("--note", default="", metavar="TEXT", help="Mitteilung auf dem Deckblatt")
    parser.add_argument(
        "--format",
        choices=["xlsx", "md", "both"],
        default="both",
        help="Excel, Text oder beides (sonst: beides)",
    )
    parser.add_argument(
        "-o", dest="target", metavar="ORDNER", help="wohin die Formulare kommen (sonst: build in der Mappe)"
    )
    parser.add_argument("--list", action="store_true", help="zeigen, welche Anfragen offen sind")
    parser.add_argument("--close", metavar="ANFRAGE", help="eine Anfrage abschließen")
    given.add_json(parser)


def run(arguments: Namespace) -> int:
    """Write the form, or list or close what is outstanding."""
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.requests.listing import list_text, list_values

    if (arguments.list or arguments.close) and arguments.department:
        # There is nobody to ask, so the only name is that of the folder.
        arguments.folder = arguments.department
    session = given.open_session(arguments, writes=not arguments.list)
    if arguments.close:
        from tea_assistant.services.requests.requests import close

        closed = close(session, arguments.close)
        saved(session)
        terminal.show(f"Abgeschlossen: Anfrage „{closed.id}“ an {closed.department}")
    elif arguments.list:
        if arguments.json:
            terminal.deliver(list_values(session))
        else:
            terminal.show(list_text(session))
    else:
        _send(session, arguments)
    return 0


def _send(session: "Session", arguments: Namespace) -> None:
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.requests.listing import sent_text, sent_values
    from tea_assistant.services.requests.questions import Wanted, askable
    from tea_assistant.services.requests.requests import FORMATS, Sending, prepare, send

    if not arguments.department.strip():
        raise UsageError("Wer soll gefragt werden?", hint=f"tea request FACHSTELLE\n{askable(session)}")
    sending = Sending(
        arguments.department,
        Wanted(arguments.evidence, arguments.figures, arguments.criteria),
        until=arguments.until,
        to=arguments.to,
        note=arguments.note,
    )
    formats = FORMATS if arguments.format == "both" else (arguments.format,)
    target = Path(arguments.target) if arguments.target else None
    sent = send(session, prepare(session, sending), formats, target)
    saved(session)
    if arguments.json:
        terminal.deliver(sent_values(sent, session))
    else:
        terminal.show(sent_text(sent))
