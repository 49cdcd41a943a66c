"""`tea build`: assembles the application as a document."""

from argparse import Namespace
from pathlib import Path

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.invocation import from_here
from tea_assistant.cli.waiting import working

DETAILS = """\
Bis zur Endfassung trägt das Dokument einen Vermerk und die Liste der Lücken.
Eine Endfassung gibt es erst, wenn alles entschieden ist, was die Runde aus der letzten übernommen hat,
und alle Freigaben da sind, die sie vorsieht."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round, and where the document goes."""
    from tea_assistant.services.formats import ALL, FORMATS, MARKDOWN

    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument(
        "--format",
        choices=(MARKDOWN, *FORMATS, ALL),
        default=MARKDOWN,
        help="Form des Dokuments (sonst: md, Markdown)",
    )
    parser.add_argument(
        "-o", "--output", metavar="ORDNER", help="Ordner für das Dokument (sonst: build in der Mappe)"
    )
    parser.add_argument(
        "--final", action="store_true", help="Endfassung: ohne Vermerk und ohne Liste der Lücken"
    )


def run(arguments: Namespace) -> int:
    """Write the document and say where it is."""
    from tea_assistant.services.build import build_counting
    from tea_assistant.services.formats import ALL, FORMATS, MARKDOWN
    from tea_assistant.services.omissions import omissions_text

    session = given.open_session(arguments)
    if arguments.final:
        from tea_assistant.services.review.final import require_final

        require_final(session)
    folder = Path(arguments.output) if arguments.output else None
    formats = (MARKDOWN, *FORMATS) if arguments.format == ALL else (arguments.format,)
    with working("Das Dokument wird geschrieben"):
        built = build_counting(session, folder, final=arguments.final, formats=formats)
    for path in built.paths:
        terminal.show(str(from_here(path)))
    if built.pages is not None:
        from tea_assistant.services.pages_text import length_line

        note = "" if arguments.final else " (ohne die Blätter des Entwurfs)"
        terminal.tell(length_line(session, built.pages) + note)
    if omitted := omissions_text(session):
        terminal.tell(omitted)
    if arguments.final and (gaps := len(session.completeness.gaps())):
        terminal.tell(
            f"Endfassung mit Lücken: Offen sind noch {gaps} Stellen. Welche, zeigt: tea build ohne --final"
        )
    return 0
