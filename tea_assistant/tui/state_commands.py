"""What can be done with the states of the dossier: the keys and the help of their screen."""

from tea_assistant.tui.keys import Command

HELP_TEXT = """
Ein **Stand** ist alles, was die Mappe zu einem Zeitpunkt sagt, mit den Anlagen. Links stehen die Stände, der
neueste oben, rechts, was sich seither geändert hat: erst die Einträge, darunter Feld für Feld.

- **n** hält den jetzigen Stand unter einem Namen fest, etwa bevor ein Entwurf aus dem Haus geht.
- **Leertaste** merkt einen Stand vor (◆); verglichen wird dann mit ihm statt mit heute.
- **v** zeigt, was ein Stand gegenüber dem davor brachte, und wieder, was seither anders wurde.
- **w** stellt den ganzen Stand wieder her. Vorher wird der jetzige festgehalten, so geht nichts verloren.
- **z** holt nur den Eintrag zurück, der rechts gewählt ist. Strg+Z nimmt es zurück.
- **Enter** führt von den Ständen zu den Einträgen und von dort dahin, wo der Eintrag steht; **F6** wechselt.

● ist ein Stand mit Namen, ○ eine Fassung aus Git, ! ein beschädigter Stand. Mit F12 kommen Sie von jedem
Eintrag zu seinem Verlauf; **a** zeigt wieder alles.
"""
COMMANDS = (
    Command(
        "keep_state",
        "n",
        "keep",
        "Festhalten",
        "Hält den jetzigen Stand unter einem Namen fest.",
        in_footer=True,
    ),
    Command(
        "restore_item",
        "z",
        "restore_item",
        "Eintrag zurück",
        "Holt nur den gewählten Eintrag aus dem Stand zurück.",
        in_footer=True,
    ),
    Command(
        "restore_state",
        "w",
        "restore_state",
        "Alles zurück",
        "Stellt den ganzen Stand wieder her.",
        in_footer=True,
    ),
    Command("mark_state", "space", "mark", "Vormerken", "Vergleicht mit diesem Stand statt mit heute."),
    Command(
        "step_view",
        "v",
        "step_view",
        "Seither / davor",
        "Zeigt, was bis zu diesem Stand anders wurde, oder seither.",
    ),
    Command("delete_state", "delete", "delete", "Löschen", "Legt den Stand in den Papierkorb der Mappe."),
    Command("all_items", "a", "show_all", "Alle Einträge", "Zeigt nicht nur den Verlauf eines Eintrags."),
    Command(
        "state_pane", "f6", "switch_pane", "Stände / Einträge", "Wechselt zwischen Ständen und Einträgen."
    ),
)
"""The commands of the screen."""
