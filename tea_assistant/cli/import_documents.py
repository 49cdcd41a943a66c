"""`tea import`: reads documents of others and offers what they say, one by one."""

from argparse import Namespace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from tea_assistant.cli import arguments as given
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import TeaError, UsageError
from tea_assistant.services.session import Session

DETAILS = """\
Erkennt, was eine Datei ist, und zeigt, was sie vorschlägt, neben dem, was in
der Mappe steht. Übernommen wird nur, was eine Person übernimmt: auf dem
Bildschirm, der sich am Terminal öffnet.

Gelesen werden Word, PDF mit Text, HTML, Markdown, Text, Ordner davon und
andere Mappen; von Excel und CSV die Tabellen. Dasselbe Dokument noch einmal
einzulesen schlägt nur vor, was neu ist oder sich geändert hat.

Gibt es den Ordner hinter --into noch nicht, entsteht dort eine Mappe.
Ausgefüllte Anfragen (.xlsx, .md) werden erkannt, siehe tea help request.
Zahlen aus Tabellen übernimmt: tea figures import"""

RECOGNISERS = ("import_answers",)
"""The modules of `cli` that know forms of this program, asked in this order; anything else is a document."""


class Recogniser(Protocol):
    """What a module for a kind of form offers."""

    def recognises(self, name: str, data: bytes) -> bool:
        """Tell whether a file is of this kind."""

    def take_in(self, session: Session, documents: list[tuple[Path, bytes]], arguments: Namespace) -> int:
        """Show what the forms say, let it be decided, and return the exit code."""


def add_arguments(parser: GermanParser) -> None:
    """Take the files, the dossier and how to decide."""
    parser.add_argument("files", nargs="+", metavar="DATEI", help="was eingelesen wird, auch Ordner")
    parser.add_argument(
        "--into",
        dest="folder",
        default=".",
        metavar="ORDNER",
        help="Ordner der Mappe (sonst: hier oder darüber); gibt es ihn nicht, entsteht sie",
    )
    given.add_cycle(parser)
    parser.add_argument(
        "--name", metavar="NAME", default="", help="Name der Organisation, wenn die Mappe entsteht"
    )
    parser.add_argument(
        "--accept-all",
        action="store_true",
        help="ohne Durchsicht übernehmen; alles bleibt als unbestätigt gekennzeichnet",
    )
    parser.add_argument(
        "--kind",
        choices=["plan", "jury", "press", "application", "other"],
        default="",
        help="was die Dokumente sind, wenn das Programm es anders sieht: Plan, Jurytext, Pressemitteilung, "
        "frühere Bewerbung, anderes",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="Ausgabe (sonst: text)")
    given.add_json(parser, as_format=True)


def run(arguments: Namespace) -> int:
    """Read forms and documents; of forms all are read first, so that none is taken where one is broken."""
    forms: dict[str, list[tuple[Path, bytes]]] = {}
    documents = []
    for path in map(Path, arguments.files):
        data = _small(path)
        module = next((m for m in RECOGNISERS if data and _recogniser(m).recognises(path.name, data)), None)
        if module is None or data is None:
            documents.append(path)
        else:
            forms.setdefault(module, []).append((path, data))
    if forms and documents and arguments.format == "json":
        raise UsageError("Ausgefüllte Anfragen und andere Dokumente bitte einzeln einlesen.")
    codes = []
    if forms:
        session = given.open_session(arguments, writes=True)
        codes += [_recogniser(module).take_in(session, found, arguments) for module, found in forms.items()]
    if documents:
        from tea_assistant.cli.import_triage import take_in

        codes.append(take_in(documents, arguments))
    return max(codes)


def _small(path: Path) -> bytes | None:
    """Return the bytes of a file that may be a form; None for what is none for sure."""
    from tea_assistant.services.foreign_documents import read_document

    try:
        return read_document(path)
    except TeaError:
        # Whoever reads documents says what is wrong with it.
        return None


def _recogniser(module: str) -> Recogniser:
    return cast("Recogniser", import_module(f"tea_assistant.cli.{module}"))
