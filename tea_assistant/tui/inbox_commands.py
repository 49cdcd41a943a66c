"""The keys of the inbox, and what they are for."""

from tea_assistant.tui.keys import Command

HELP_TEXT = """
Eine neue Runde übernimmt vieles aus der letzten. Hier wird **eins nach dem anderen** entschieden, damit
nichts still als aktuell gilt: Maßnahmen, Texte, Erwartungen der Jury und Ankündigungen.

- Links oder oben steht, was zuletzt galt, daneben oder darunter, was heute bekannt ist. **!** heißt: genau
  hinsehen.
- Eine Taste wählt die Entscheidung, **Enter** bestätigt sie. Manche fragt vorher nach einem Satz.
- **s** stellt zurück; das Zurückgestellte kommt am Ende noch einmal. **Strg+Z** nimmt die letzte Entscheidung
  zurück. ← und → blättern.
- Offenes hindert niemanden am Schreiben, nur an der Endfassung.
"""
"""Explains the inbox."""
COMMANDS = (
    Command("inbox_confirm", "b", "choose('b')", "Bestätigen", "Läuft weiter, gilt noch oder hat begonnen."),
    Command(
        "inbox_change",
        "ä",
        "choose('ä')",
        "Ändern",
        "Öffnet Formular oder Text; die Taste u kann es auch.",
    ),
    Command("inbox_expand", "a", "choose('a')", "Ausgebaut", "Läuft weiter und wurde erweitert."),
    Command("inbox_end", "e", "choose('e')", "Beendet", "Läuft nicht mehr; mit Grund."),
    Command("inbox_replace", "x", "choose('x')", "Ersetzt", "Eine andere Maßnahme tritt an die Stelle."),
    Command("inbox_done", "u", "choose('u')", "Umgesetzt", "Die Erwartung ist erfüllt."),
    Command(
        "inbox_running",
        "l",
        "choose('l')",
        "Läuft / leeren",
        "Die Erwartung ist in Arbeit; leert einen Text.",
    ),
    Command(
        "inbox_dropped",
        "w",
        "choose('w')",
        "Nicht weiterverfolgt",
        "Wird nicht weiterverfolgt; mit Grund.",
    ),
    Command("inbox_still", "g", "choose('g')", "Weiter geplant", "Die Ankündigung gilt noch."),
    Command("inbox_backed", "m", "choose('m')", "Maßnahme dazu", "Belegt eine Antwort mit einer Maßnahme."),
    Command("inbox_later", "s", "choose('s')", "Später", "Stellt zurück; kommt am Ende noch einmal."),
    Command("inbox_back", "left", "step(-1)", "Voriges", "Zeigt, was davor kam.", in_footer=True),
    Command("inbox_next", "right", "step(1)", "Nächstes", "Zeigt, was danach kommt, ohne zu entscheiden."),
    Command("inbox_list", "f6", "list", "Alle", "Zeigt alles auf einmal, zum Springen.", in_footer=True),
    Command("inbox_signer", "n", "signer", "Name", "Legt fest, wer bestätigt."),
    Command(
        "inbox_undo",
        "ctrl+z",
        "app.undo",
        "Zurücknehmen",
        "Nimmt die letzte Entscheidung zurück.",
        in_footer=True,
    ),
    Command(
        "inbox_finish", "ctrl+down", "finish", "Bestätigen, weiter", "Beendet das Ändern.", in_footer=True
    ),
)
"""What works in the inbox."""
