"""What the screen of the spelling can do with a word, beside its numbered suggestions."""

from tea_assistant.tui.keys import Command

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
