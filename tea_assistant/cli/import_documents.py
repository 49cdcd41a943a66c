"""`tea import`: reads documents of others and offers what they say, one by one."""

from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from tea_assistant.cli import arguments as given
from tea_assistant.cli.german import GermanParser
from tea_assistant.services.session import Session

DETAILS = """\
Erkennt, was eine Datei ist, und zeigt, was sie vorschlägt, neben dem, was in
der Mappe steht. Übernommen wird nur, was eine Person übernimmt: hier am
Terminal oder auf dem Bildschirm unter „Antworten“.

Erkannt werden ausgefüllte Anfragen (.xlsx, .md), siehe tea help request.
Tabellen mit Kennzahlen nimmt: tea figures import"""

RECOGNISERS = ("import_answers",)
"""The modules of `cli` that know a kind of document, asked in this order."""


class Recogniser(Protocol):
    """What a module for a kind of document offers."""

    def recognises(self, name: str, data: bytes) -> bool:
        """Tell whether a file is of this kind."""

    def take_in(self, session: Session, documents: Sequence[tuple[Path, bytes]], arguments: Namespace) -> int:
        """Show what the documents say, let it be decided, and return the exit code."""


def add_arguments(parser: GermanParser) -> None:
    """Take the files, the dossier and how to decide."""
    parser.add_argument("files", nargs="+", metavar="DATEI", help="was eingelesen wird")
    parser.add_argument(
        "--into",
        dest="folder",
        default=".",
        metavar="ORDNER",
        help="Ordner der Mappe (sonst: hier oder darüber)",
    )
    given.add_cycle(parser)
    parser.add_argument(
        "--accept-all",
        action="store_true",
        help="ohne Durchsicht übernehmen; alles bleibt als unbestätigt gekennzeichnet",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="Ausgabe (sonst: text)")


def run(arguments: Namespace) -> int:
    """Read all files first: where one of them cannot be read, nothing is taken over."""
    from tea_assistant.services.foreign_documents import read_document, unknown

    session = given.open_session(arguments, writes=True)
    found: dict[str, list[tuple[Path, bytes]]] = {}
    for path in map(Path, arguments.files):
        data = read_document(path)
        module = next((m for m in RECOGNISERS if _recogniser(m).recognises(path.name, data)), None)
        if module is None:
            raise unknown(path.name)
        found.setdefault(module, []).append((path, data))
    codes = [_recogniser(module).take_in(session, found[module], arguments) for module in found]
    return max(codes)


def _recogniser(module: str) -> Recogniser:
    return cast("Recogniser", import_module(f"tea_assistant.cli.{module}"))
