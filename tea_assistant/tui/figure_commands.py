"""What the screen for the figures says of itself: its help and its commands."""

from tea_assistant.tui.keys import Command

HELP_TEXT = """
Jeder **Stichtag** hat seine eigenen Zahlen; ● ist der, auf den sich diese Runde stützt.
**F6** wechselt zwischen den Zahlen, den Kennzahlen daraus und den Angaben zum Stichtag.

- Tippen Sie eine **Anzahl** in die Zelle. Enter, Tab und Pfeile gehen weiter, Esc verwirft, Entf leert.
- Was sich aus anderen Zahlen ergibt, steht in Klammern. ✗ heißt: So kann es nicht sein.
- Wurde nur eine Prozentzahl veröffentlicht, schreiben Sie **43 %**. Mit ihr wird nicht weitergerechnet.
- Einen **Block aus Excel** fügen Sie ab der Zelle ein, meist mit Strg+Umschalt+V oder der rechten Maustaste.
- Umschalt+Pfeile markieren, Strg+A alles, **Strg+C** kopiert für Excel. **k** kopiert die ganze Tabelle
  und legt sie als Datei ab, falls Excel nichts zum Einfügen findet.
- **n** legt eine Zeile an, **e** oder Enter auf dem Namen ändert, wer gezählt wird,
  **a** schreibt eine Anmerkung.
- Unter der Tabelle steht der Wert des Stichtags davor, damit ein Tippfehler auffällt.
- **Strg+N** legt einen neuen Stichtag an, mit den Gruppen des letzten; **Strg+R** nimmt ihn für diese Runde.
- **Strg+O** liest eine ganze Tabelle aus Excel, CSV oder Markdown ein; vorher sehen Sie, was wohin kommt.
"""
"""German Markdown: what the screen is for."""
ROW_COMMANDS = (
    Command("row_add", "n", "row('add')", "Neue Zeile", "Legt eine Zeile unter der Zeile an."),
    Command("row_edit", "e", "row('edit')", "Zeile ändern", "Ändert, wer in der Zeile gezählt wird."),
    Command("row_copy", "d", "row('copy')", "Zeile verdoppeln", "Legt dieselbe Zeile ohne Zahlen an."),
    Command("row_note", "a", "row('note')", "Anmerkung", "Schreibt eine Anmerkung zur Zeile."),
    Command("row_remove", "x", "row('remove')", "Zeile entfernen", "Entfernt die Zeile."),
    Command("row_up", "alt+up", "row('up')", "Zeile nach oben", "Verschiebt die Zeile nach oben."),
    Command("row_down", "alt+down", "row('down')", "Zeile nach unten", "Verschiebt die Zeile nach unten."),
)
"""What can be done to a row of the table."""
COMMANDS = (
    Command(
        "figures_pane",
        "f6",
        "next_view",
        "Ansicht",
        "Wechselt zwischen Zahlen, Kennzahlen und Angaben.",
        in_footer=True,
    ),
    Command("new_figures", "ctrl+n", "new", "Neuer Stichtag", "Legt einen Stichtag an.", in_footer=True),
    Command(
        "use_figures",
        "ctrl+r",
        "use",
        "Für diese Runde",
        "Stützt die Runde auf diesen Stichtag.",
        in_footer=True,
    ),
    Command(
        "import_figures",
        "ctrl+o",
        "app.open('figures_import')",
        "Tabelle einlesen",
        "Übernimmt Zahlen aus Excel, CSV oder Markdown.",
    ),
    Command("copy_table", "k", "copy_table", "Tabelle kopieren", "Kopiert die ganze Tabelle für Excel."),
    Command("date_before", "ctrl+pageup", "date(-1)", "Stichtag links", "Zeigt den Stichtag links davon."),
    Command("date_after", "ctrl+pagedown", "date(1)", "Stichtag rechts", "Zeigt den Stichtag rechts davon."),
    *ROW_COMMANDS,
)
"""What works on the screen beside the commands that work everywhere."""
