"""The keys for going through documents, and what they are for."""

from tea_assistant.tui.keys import Command

HELP_TEXT = """
Liest ein, was es schon gibt: Gleichstellungsplan, letzte Bewerbung, Jurybegründung, Pressemitteilung.
Was darin steht, kommt als **Vorschlag**. In die Mappe kommt nur, was Sie übernehmen.

- Links steht die Stelle im Dokument, rechts, was daraus würde. **Tab** wechselt die Seite, ↑ und ↓
  blättern darin.
- Eine Taste wählt die Entscheidung, **Enter** bestätigt sie. **s** stellt zurück und geht gleich weiter.
- **ä** öffnet das Formular, **z** führt mit einer Maßnahme zusammen, **t** teilt an einem Satz.
- **a** übernimmt alle sicheren auf einmal; vorher sehen Sie, welche das sind.
- **Strg+Z** nimmt die letzte Entscheidung zurück. ← und → blättern, **F6** zeigt die Liste.
- Morgen geht es weiter, wo Sie aufgehört haben: dasselbe Dokument noch einmal einlesen. Dann kommt nur, was
  offen ist, und was sich im Dokument geändert hat, mit dem Text von damals daneben.

Zeichen in der Liste: ○ offen, ● offen und sicher, … später, ✓ übernommen, ⊕ zusammengeführt, ✗ abgelehnt,
= schon entschieden. ◐ hat sich geändert, ! genau hinsehen.
"""
"""Explains the screen."""
COMMANDS = (
    Command("triage_accept", "ü", "choose('ü')", "Übernehmen", "Übernimmt den Vorschlag; die Taste j auch."),
    Command(
        "triage_change", "ä", "choose('ä')", "Ändern", "Ändert ihn vor dem Übernehmen; die Taste u auch."
    ),
    Command(
        "triage_merge",
        "z",
        "choose('z')",
        "Zusammenführen",
        "Ergänzt damit eine Maßnahme, die es schon gibt.",
    ),
    Command("triage_split", "t", "choose('t')", "Teilen", "Macht an einem Satz zwei Vorschläge daraus."),
    Command("triage_done", "e", "choose('e')", "Erledigt", "Die Kennzahl steht schon in der Mappe."),
    Command("triage_refuse", "n", "choose('n')", "Ablehnen", "Lässt die Mappe, wie sie ist."),
    Command("triage_later", "s", "choose('s')", "Später", "Stellt zurück; kommt am Ende noch einmal."),
    Command("triage_reopen", "w", "choose('w')", "Wieder öffnen", "Entscheidet noch einmal."),
    Command("triage_look", "m", "choose('m')", "Maßnahme ansehen", "Zeigt, was daraus geworden ist."),
    Command("triage_list", "f6", "list", "Liste", "Wechselt in die Liste und zurück.", in_footer=True),
    Command("triage_filter", "ctrl+e", "filter", "Eingrenzen", "Zeigt nur einen Teil der Vorschläge."),
    Command(
        "triage_bulk",
        "a",
        "bulk",
        "Alle sicheren",
        "Übernimmt nach einer Rückfrage alles, was sicher ist.",
        in_footer=True,
    ),
    Command("triage_back", "left", "step(-1)", "Voriger", "Zeigt den Vorschlag davor."),
    Command("triage_next", "right", "step(1)", "Nächster", "Zeigt den nächsten, ohne zu entscheiden."),
    Command("triage_open", "ctrl+o", "pick", "Dokument öffnen", "Liest weitere Dokumente ein."),
    Command(
        "triage_undo",
        "ctrl+z",
        "app.undo",
        "Zurücknehmen",
        "Nimmt die letzte Entscheidung zurück.",
        in_footer=True,
    ),
    Command(
        "triage_finish",
        "ctrl+down",
        "finish",
        "Übernehmen, weiter",
        "Übernimmt, was im Formular steht.",
        in_footer=True,
    ),
)
"""What works while going through documents."""
