"""`tea doctor`: looks whether installation, computer and dossier are in order."""

import os
import shutil
import sys
from argparse import Namespace
from datetime import datetime
from pathlib import Path

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.waiting import working

DETAILS = """\
Sagt Zeile für Zeile, was geprüft ist und was zu tun ist:
✓ in Ordnung, ! sollten Sie sich ansehen, ✗ muss behoben werden.

Geprüft werden Installation, Terminal, Uhr, Rechte, Platz, Laufwerk, Sperren, Reste von Abstürzen und die
Prüfsummen von Nachweisen, Freigaben, Ständen und Abgabepaketen. Geändert wird nichts."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier and the shape of the result."""
    given.add_folder(parser)
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help="text oder json (sonst: text)"
    )
    given.add_json(parser, as_format=True)


def run(arguments: Namespace) -> int:
    """Examine, tell, and return 1 where something has to be mended."""
    from tea_assistant.services.doctor import doctor
    from tea_assistant.services.doctor import text as doctor_text
    from tea_assistant.services.doctor.remark import Terminal

    size = shutil.get_terminal_size()
    here = Terminal(
        size.columns,
        size.lines,
        str(getattr(sys.stdout, "encoding", "")),
        has_colours=not os.environ.get("NO_COLOR") and not terminal.is_plain(),
        is_there=sys.stdout.isatty(),
    )
    with working("Alles wird durchgesehen"):
        remarks = doctor.examine(Path(arguments.folder), here, datetime.now().astimezone())
    if arguments.format == "json":
        terminal.deliver(doctor_text.as_json(remarks))
    else:
        terminal.show(doctor_text.as_text(remarks))
    return 0 if doctor.is_well(remarks) else 1
