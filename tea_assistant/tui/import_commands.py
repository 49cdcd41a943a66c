"""What the screen for importing figures says of itself: its help and its commands."""

from tea_assistant.tui.keys import Command

HELP_TEXT = """
Übernimmt Zahlen aus einer Tabelle in **Excel, CSV oder Markdown**. Sie sehen **vorher**, was wohin kommt.

- Links oder oben steht, wie jede Spalte und Zeile verstanden ist. **Enter** oder ein Klick ändert es,
  ● ist gesagt oder vom letzten Mal gemerkt, für die nächste Tabelle mit denselben Spalten.
- Rechts oder unten steht, was aus jeder Zelle wird: **+** neu, **≠** ersetzt, **=** wie bisher,
  **–** bleibt draußen, **✗** ist falsch. Enter ändert, wie ihre Spalte verstanden ist.
- Anteile werden nicht übernommen, sondern berechnet. Ein Strich ist kein Wert.
- Solange etwas mit ✗ dasteht, wird nichts übernommen; danach alles auf einmal. Strg+Z nimmt es zurück.
"""
"""German Markdown: what the screen is for."""
COMMANDS = (
    Command(
        "import_open",
        "ctrl+o",
        "pick",
        "Datei öffnen",
        "Wählt die Datei mit der Tabelle.",
        in_footer=True,
    ),
    Command("import_do", "ctrl+n", "take_over", "Übernehmen", "Übernimmt, was gezeigt ist.", in_footer=True),
)
"""What works on the screen beside the commands that work everywhere."""
