"""What can be done in a review: the keys and the help of its screens."""

from tea_assistant.tui.keys import Command

HELP_TEXT = """
In der Prüfung lesen Sie die Bewerbung Stelle für Stelle, merken an und geben frei. Am Inhalt ändert sich
dabei nichts. Links steht der Weg, daneben die Stelle, wie sie gedruckt wird, und worauf sie beruht.

- **Tab** führt von der Liste in den Text. Dort wählen **↑ ↓** einen Satz, eine Maßnahme, eine Kennzahl oder
  eine Anmerkung; was Sie dann anmerken, gilt ihr. Auch mit der Maus: anklicken oder Worte markieren.
  **Enter** öffnet die Maßnahme, die Kennzahl oder das Glied der Kette. Esc führt zurück.
- **a** merkt an, **b** bittet um eine Änderung, **t** antwortet, **x** erledigt eine Anmerkung oder öffnet
  sie wieder.
- **f** gibt die Stelle frei, auf der Zeile eines Teils den ganzen Teil. **z** nimmt die Freigabe zurück.
- **n**, **g**, **k** führen zur nächsten offenen, geänderten oder kommentierten Stelle.
- **e** beendet die Prüfung.

Eine Freigabe gilt genau für das, was Sie gesehen haben. Ändert sich etwas daran, gilt sie nicht mehr, und
Sie sehen hier Wort für Wort, was anders ist: −so− ist weggefallen, +so+ dazugekommen.

✓ freigegeben · ○ offen · ◐ geändert seit der Freigabe · » Anmerkung offen · ! Änderung erbeten
"""
ANSWER = Command("answer_comment", "t", "answer", "Antworten", "Antwortet auf die Anmerkung.", in_footer=True)
SETTLE = Command(
    "settle_comment",
    "x",
    "settle",
    "Erledigt",
    "Erledigt die Anmerkung oder öffnet sie wieder.",
    in_footer=True,
)
OPEN = Command("open_item", "o", "open_item", "In der Mappe", "Öffnet die Stelle, wo sie geschrieben wird.")
COMMANDS = (
    Command("approve", "f", "approve", "Freigeben", "Gibt die Stelle oder den Teil frei.", in_footer=True),
    Command(
        "comment", "a", "comment", "Anmerken", "Merkt etwas zur Stelle oder zum Satz an.", in_footer=True
    ),
    Command("ask_change", "b", "ask_change", "Bitte ändern", "Bittet um eine Änderung.", in_footer=True),
    Command(
        "next_unreviewed",
        "n",
        "next('unreviewed')",
        "Nächste offene",
        "Zeigt, was noch nicht freigegeben ist.",
        in_footer=True,
    ),
    Command(
        "next_changed",
        "g",
        "next('changed')",
        "Nächste geänderte",
        "Zeigt, was sich seit der Freigabe geändert hat.",
    ),
    Command(
        "next_commented", "k", "next('commented')", "Nächste kommentierte", "Zeigt, wo eine Anmerkung wartet."
    ),
    ANSWER,
    SETTLE,
    Command("withdraw", "z", "withdraw", "Freigabe zurück", "Nimmt die eigene Freigabe zurück."),
    OPEN,
    Command(
        "review_pane", "f6", "switch_pane", "Liste / Text", "Wechselt zwischen Liste, Text und Grundlagen."
    ),
    Command("end_review", "e", "app.end_review", "Prüfung beenden", "Kehrt zum Bearbeiten zurück."),
)
"""The commands of the review."""
THREADS_HELP = """
Hier stehen die Anmerkungen aller, die prüfen, und was daraus geworden ist: » offen, ! Änderung erbeten,
◇ als erledigt gemeldet, ✓ erledigt.

- **Enter** oder **o** führt zur Stelle, um die es geht.
- **t** antwortet, **x** meldet eine Anmerkung als erledigt oder öffnet sie wieder. Beim ersten Mal wird
  gefragt, in wessen Namen. Die Antworten stehen in einer eigenen Datei; in eine fremde Prüfung schreibt
  niemand.
- **a** zeigt auch die erledigten.
"""
THREADS = (
    ANSWER,
    SETTLE,
    Command(
        "open_item", "o", "open_item", "Zur Stelle", "Öffnet die Stelle, um die es geht.", in_footer=True
    ),
    Command("all_threads", "a", "show_all", "Auch erledigte", "Zeigt alle Anmerkungen oder nur die offenen."),
    Command("who_answers", "w", "who", "Wer antwortet", "Fragt neu, in wessen Namen geantwortet wird."),
)
"""The commands of the view of the comments."""
