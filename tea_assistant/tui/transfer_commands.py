"""What can be done while texts are carried into the portal."""

from tea_assistant.tui.keys import Command

HELP_TEXT = """
Alle Texte in der Reihenfolge des Portals, so wie sie dort ins Formular gehören: ohne Auszeichnung, mit
eingesetzten Kennzahlen.

**Enter kopiert** den Text in die Zwischenablage. Fügen Sie ihn im Portal ein, und drücken Sie hier wieder
Enter: Das hakt ihn ab und kopiert gleich den nächsten. Was nur anzukreuzen ist, hakt Enter sofort ab.

Die Leertaste hakt ab, ohne zu kopieren, u nimmt einen Haken zurück. Ändert sich ein abgehakter Text, gilt
er als **geändert**, bis er wieder abgehakt ist.

Kommt in der Zwischenablage nichts an, zeigt **f** den Text allein, zum Markieren mit der Maus.
"""
COMMANDS = (
    Command(
        "transfer_on",
        "enter",
        "advance",
        "Kopieren und weiter",
        "Kopiert den Text; beim zweiten Mal hakt es ihn ab und kopiert den nächsten.",
        in_footer=True,
    ),
    Command(
        "transfer_tick",
        "space",
        "tick",
        "Abhaken",
        "Hakt den Text als übertragen ab und geht zum nächsten.",
        in_footer=True,
    ),
    Command(
        "transfer_alone",
        "f",
        "alone",
        "Zum Markieren",
        "Zeigt den Text allein, zum Markieren mit der Maus.",
        in_footer=True,
    ),
    Command("transfer_copy", "k", "copy", "Nur kopieren", "Kopiert den Text und bleibt bei ihm."),
    Command("transfer_untick", "u", "untick", "Haken zurücknehmen", "Der Text gilt wieder als offen."),
    Command("transfer_next", "n", "next", "Nächster offener Text", "Geht zum nächsten, der noch fehlt."),
    Command(
        "transfer_edit", "b", "change", "Text bearbeiten", "Öffnet die Stelle der Mappe, an der er steht."
    ),
)
"""Beside moving in the list."""
