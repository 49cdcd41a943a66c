"""What the screen of the spelling can do with a word, beside its numbered suggestions."""

from tea_assistant.tui.keys import Command

HELP_TEXT = """
Hier stehen die Wörter aus den Texten dieser Runde, die das Wörterbuch nicht kennt. Unbekannt heißt nicht
falsch: Fachwörter fehlen in jedem Wörterbuch.

- **1** bis **5** setzen den Vorschlag mit dieser Nummer ein, **Strg+Z** nimmt das zurück.
- **a**, vorher gedrückt, lässt das für alle Stellen gelten, an denen das Wort so geschrieben ist.
- **Enter** geht zu der Stelle im Text; **Alt+S** führt von dort wieder hierher.
- In den Textfeldern sind unbekannte Wörter von nun an unterstrichen.
- Was Sie **lernen**, gilt in dieser Mappe als richtig und steht unter den Hausregeln in dossier.yaml.

Verweise, Adressen, Zahlen und Abkürzungen sind ausgenommen; bei „Mitarbeiter\\*innen“ zählt
„Mitarbeiterinnen“.
"""
COMMANDS = (
    Command("spelling_skip", "s", "skip", "Überspringen", "Lässt das Wort, wie es ist.", in_footer=True),
    Command(
        "spelling_learn",
        "l",
        "learn",
        "Lernen",
        "Merkt sich das Wort: In dieser Mappe ist es richtig.",
        in_footer=True,
    ),
    Command(
        "spelling_own",
        "e",
        "own",
        "Eigenes Wort",
        "Schreibt ein anderes Wort an diese Stelle.",
        in_footer=True,
    ),
    Command(
        "spelling_everywhere",
        "a",
        "everywhere",
        "An allen Stellen",
        "Ersetzt das Wort gleich an allen Stellen.",
    ),
)
