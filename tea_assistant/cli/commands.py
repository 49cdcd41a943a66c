"""The one table of commands."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from tea_assistant.cli.german import GermanParser

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "new": "Legt eine neue Mappe an.",
        "status": "Zeigt, wie weit die Bewerbung ist.",
        "check": "Prüft die Mappe und nennt, was fehlt oder nicht stimmt.",
        "keys": "Zeigt alle Tasten der Bildschirme.",
        "find": "Findet ein Wort in allem, was in der Mappe steht.",
        "spell": "Nennt Wörter, die kein Wörterbuch kennt.",
        "rule": "Erklärt, was geprüft wird.",
        "build": "Setzt die Bewerbung zu einem Dokument zusammen.",
        "walk": "Fragt Zeile für Zeile nach allem, was in die Bewerbung gehört.",
        "transfer": "Bringt die Texte Feld für Feld ins Portal.",
        "pack": "Packt die Abgabe mit allem, worauf sie beruht, in eine Datei.",
        "verify": "Prüft, ob ein Abgabepaket noch vollständig ist.",
        "renew": "Beginnt die nächste Bewerbungsrunde mit der letzten.",
        "progress": "Zeigt, was sich zwischen zwei Runden verändert hat.",
        "review": "Prüft, merkt an und gibt frei.",
        "sync": "Gleicht die Mappe mit den anderen ab (mit Git).",
        "history": "Zeigt, wer was wann geändert hat (mit Git).",
        "request": "Fragt eine Fachstelle mit einem Formular.",
        "import": "Liest Dokumente ein und zeigt, was sie vorschlagen.",
        "figures": "Zeigt, prüft und übernimmt Kennzahlen.",
        "snapshot": "Hält Stände der Mappe fest, vergleicht sie und stellt sie wieder her.",
        "trash": "Zeigt, was gelöscht wurde, und holt es zurück.",
        "serve": "Öffnet die Mappe im Browser statt im Terminal.",
        "install-shortcut": "Legt einen Starter an, der die Mappe mit einem Klick öffnet.",
        "doctor": "Prüft, ob Installation, Rechner und Mappe in Ordnung sind.",
        "demo": "Zeigt ein Beispiel, fertig zum Ausprobieren.",
        "tour": "Führt in zehn Minuten einmal durch alles.",
        "completion": "Vervollständigt Befehle und Optionen in der Shell.",
        "help": "Erklärt einen Befehl oder ein Thema.",
    }
)
"""Every command with what it does; `cli/<command>.py` holds it."""

_MODULES = {"import": "import_documents", "install-shortcut": "install_shortcut"}
"""Commands whose name no module can have."""

OPEN = "open"
"""What `tea` does without a command."""


class Command(Protocol):
    """What the module of a command offers."""

    DETAILS: str
    """German: all that a user needs to know beside the options."""

    def add_arguments(self, parser: GermanParser) -> None:
        """Say what can stand behind the command."""

    def run(self, arguments: object) -> int:
        """Do it and return the exit code."""


def load(name: str) -> Command:
    """Import a command; only then does it cost anything."""
    return cast("Command", import_module(f"tea_assistant.cli.{_MODULES.get(name, name)}"))


def parser_of(name: str) -> GermanParser:
    """Make the parser of a command."""
    command = load(name)
    summary = COMMANDS.get(name, "")
    parser = GermanParser(f"tea {name}" if summary else "tea", f"{summary}\n{command.DETAILS}".strip())
    command.add_arguments(parser)
    return parser
