"""`tea spell`: shows the words that no dictionary knows."""

from argparse import Namespace

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = (
    "Braucht den Zusatz tea_assistant[spelling] und ein deutsches Wörterbuch, etwa das von LibreOffice;\n"
    "fehlt etwas, steht da, wie man es bekommt.\n"
    "Viele Vorschläge brauchen eine Weile. Auf dem Bildschirm geht Alt+S dieselben Wörter durch.\n"
    "Richtig sind auch Wörter aus Titeln und Namen der Mappe und die eigenen Wörter der Hausregeln."
)


def add_arguments(parser: GermanParser) -> None:
    """Take the dossier, the round and the shape of the result."""
    given.add_folder(parser)
    given.add_cycle(parser)
    given.add_json(parser)


def run(arguments: Namespace) -> int:
    """Show where they stand and what may be meant; exit code 1 where there are any."""
    from tea_assistant.cli.waiting import counting, working
    from tea_assistant.services.spelling import text as spelling_text
    from tea_assistant.services.spelling.dictionary import dictionary
    from tea_assistant.services.spelling.spelling import speller, unknown_words

    session = given.open_session(arguments)
    with working("Die Rechtschreibung wird geprüft"):
        knows = speller(session, dictionary())
        found = list(unknown_words(session, knows))
    words = {each.word for each in found}
    told, meant = counting("Vorschläge werden gesucht"), dict[str, tuple[str, ...]]()
    for number, word in enumerate(words, 1):
        meant[word] = knows.suggestions(word)
        if told:
            told(number, len(words))
    if arguments.json:
        terminal.deliver(spelling_text.as_json(found, meant))
    else:
        terminal.show(spelling_text.as_text(found, meant))
    return 1 if found else 0
