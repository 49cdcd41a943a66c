"""What can be done with requests to departments and with their answers."""

from tea_assistant.tui.keys import Command

REQUESTS_HELP = """
Was Fachstellen gefragt wurden, und was daraus geworden ist.

- **Strg+N** stellt eine Anfrage: Es entsteht ein Formular, als Excel-Datei und als Text, das ohne dieses
  Programm auszufüllen ist. Verschicken Sie eine der Dateien, zum Beispiel als Anhang einer Mail.
- **a** zeigt die Antworten, die auf eine Entscheidung warten.
- **!** heißt überfällig, **◐** heißt: Es kam etwas zurück, das jemand ansehen muss.
- **x** schließt eine Anfrage ab, auf die nichts mehr kommt.
"""
"""Explains the requests."""
ANSWERS_HELP = """
Was Fachstellen geantwortet haben, neben dem, was in der Mappe steht. Nichts gilt, bevor Sie es übernehmen.

- **Strg+O** liest ein ausgefülltes Formular ein.
- **ü** übernimmt die Antwort, **ä** ändert sie vorher, **n** lehnt sie ab, **s** geht weiter, ohne zu
  entscheiden. Ohne Umlaute auf der Tastatur: **j** und **u**.
- **!** heißt: In der Mappe hat sich das seit der Anfrage geändert. **✗** heißt: So geht es nicht hinein;
  **ä** hilft. **◐** wurde ungelesen übernommen und wird mit **ü** bestätigt.
- **Strg+Z** nimmt die letzte Entscheidung zurück. Wer was wann geantwortet hat, bleibt bei der Anfrage.
"""
"""Explains the answers."""
REQUESTS = (
    Command("new_request", "ctrl+n", "new", "Neue Anfrage", "Fragt eine Fachstelle.", in_footer=True),
    Command(
        "request_answers", "a", "app.open('answers')", "Antworten", "Zeigt, was zurückkam.", in_footer=True
    ),
    Command("close_request", "x", "close", "Abschließen", "Schließt die Anfrage ab.", in_footer=True),
)
"""What works in the list of requests."""
ANSWERS = (
    Command("accept_answer", "ü", "accept", "Übernehmen", "Übernimmt die Antwort.", in_footer=True),
    Command(
        "change_answer", "ä", "change", "Ändern", "Ändert die Antwort und übernimmt sie.", in_footer=True
    ),
    Command("refuse_answer", "n", "refuse", "Nicht übernehmen", "Lässt die Mappe, wie sie ist."),
    Command("later_answer", "s", "later", "Später", "Geht weiter, ohne zu entscheiden."),
    Command("read_answer", "ctrl+o", "pick", "Einlesen", "Liest ein Formular ein.", in_footer=True),
    Command("answer_place", "b", "open_place", "Stelle öffnen", "Geht dorthin, wo es in der Mappe steht."),
    Command("answer_requests", "a", "app.open('requests')", "Anfragen", "Zeigt, wer gefragt wurde."),
)
"""What works in the answers."""
