"""`tea pack`: puts what is handed in, and all that it rests on, into one file."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.invocation import from_here
from tea_assistant.cli.waiting import working
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from tea_assistant.services.capsule.contents import Contents

DETAILS = """\
Ohne --final steht da nur, was hineinkäme und was nicht.

Solange die Prüfung Fehler findet, in der Wiedervorlage etwas offen ist oder eine vorgesehene Freigabe
fehlt, entsteht kein Paket, außer mit --force und einer Begründung; sie steht dann im Paket. Nachweise, die
nicht freigegeben sind, kommen nie hinein, Kennzahlen mit kleinen Gruppen und Vermerke der Prüfung nur mit
--internal."""


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round, where the capsule goes, and what overrules."""
    given.add_folder(parser)
    given.add_cycle(parser)
    parser.add_argument("--final", action="store_true", help="das Paket schreiben")
    parser.add_argument(
        "-o", "--output", metavar="DATEI", help="Datei für das Paket (sonst: im Ordner build der Mappe)"
    )
    parser.add_argument("--date", metavar="TAG", help="Tag, der im Paket steht: 2025-04-28 (sonst: heute)")
    parser.add_argument(
        "--internal", action="store_true", help="nur für das Haus: auch was nicht weitergegeben werden darf"
    )
    parser.add_argument("--force", action="store_true", help="trotz Fehlern und offener Punkte packen")
    parser.add_argument("--reason", metavar="TEXT", help="Begründung dafür")


def run(arguments: Namespace) -> int:
    """Write the capsule, or tell what it would hold."""
    from tea_assistant.services.capsule import pack
    from tea_assistant.services.capsule.contents import gather
    from tea_assistant.services.capsule.overview import outside_lines

    reason = _reason(arguments)
    day = _day(arguments.date)
    session = given.open_session(arguments)
    if not arguments.final:
        with working("Die Abgabe wird durchgesehen"):
            contents, against = gather(session, internal=arguments.internal), pack.obstacles(session)
        _preview(contents, against)
        return 0
    with working("Die Abgabe wird gepackt"):
        draft = pack.prepare(session, day=day, reason=reason, internal=arguments.internal)
        packed = pack.write(draft, Path(arguments.output) if arguments.output else None)
    terminal.show(str(from_here(packed.path)))
    if not packed.is_new:
        terminal.tell("Dasselbe Paket lag dort schon.")
    terminal.tell(f"SHA-256: {packed.sha256}")
    for line in outside_lines(draft.contents.left_out):
        terminal.tell(f"Nicht im Paket: {line}")
    if reason and not draft.reason:
        terminal.tell("Die Begründung steht nicht im Paket: Nichts sprach dagegen.")
    if draft.internal:
        terminal.tell("Nur für das Haus: Dieses Paket darf nicht weitergegeben werden.")
    return 0


def _preview(contents: "Contents", against: tuple[str, ...]) -> None:
    from tea_assistant.services.capsule.overview import inside_lines, outside_lines

    lines = ["In das Abgabepaket kommt", *(f"  {line}" for line in inside_lines(contents))]
    if outside := outside_lines(contents.left_out):
        lines += ["", "Nicht hinein kommt", *(f"  {line}" for line in outside)]
    terminal.show("\n".join(lines))
    for line in against:
        terminal.tell(line)
    terminal.tell(
        'Trotzdem packen: tea pack --final --force --reason "…"' if against else "Packen: tea pack --final"
    )


def _reason(arguments: Namespace) -> str:
    reason = (arguments.reason or "").strip()
    if arguments.force and not reason:
        raise UsageError(
            "Mit --force gehört eine Begründung dazu.", hint='tea pack --final --force --reason "…"'
        )
    if reason and not arguments.force:
        raise UsageError("Eine Begründung gibt es nur mit --force.")
    return reason


def _day(text: str | None) -> "date | None":
    from tea_assistant.model.dates import day_of

    if not text:
        return None
    day = day_of(text)
    if day is None:
        raise UsageError(f"„{text}“ ist kein Tag.", hint="Geschrieben wird er so: 2025-04-28")
    return day
