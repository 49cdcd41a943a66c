"""The conversation of `tea walk`: line after line, with words that are understood everywhere."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType

from tea_assistant.cli import terminal
from tea_assistant.model.ids import SPELLED
from tea_assistant.prose.matching import matching
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.plain_table import wrapped

_FEW = 9
"""So many choices are read out at once; more are searched."""
HELP = """\
Enter lässt die Angabe, wie sie ist. Sonst gelten diese Wörter, allein in einer Zeile:
  zurück        zur Frage davor
  überspringen  weiter, ohne etwas zu ändern
  fertig        diesen Abschnitt verlassen
  leeren        die Angabe entfernen
  rückgängig    die letzte Änderung zurücknehmen
  editor        einen Text in Ihrem Editor schreiben
  bestätigen    ein übernommener Text gilt weiter
  schluss       speichern und beenden (auch: speichern und Schluss)
  ?             diese Hilfe
Soll eines dieser Wörter selbst die Angabe sein, setzen Sie einen \\ davor."""


class Word(Enum):
    """What a line can ask for instead of giving a value."""

    BACK = auto()
    SKIP = auto()
    DONE = auto()
    EMPTY = auto()
    UNDO = auto()
    EDITOR = auto()
    CONFIRM = auto()
    HELP = auto()


class Way(Enum):
    """Where it goes on after a question."""

    ON = auto()
    BACK = auto()
    OUT = auto()
    """Out of the form or list that the question belongs to."""


EVERYWHERE = frozenset([Word.BACK, Word.SKIP, Word.DONE, Word.UNDO, Word.HELP])
"""What is understood at every question; the other words need a value that they are about."""


class Ended(Exception):
    """The person wants to stop, or the input has ended."""


_WORDS: Mapping[str, Word] = MappingProxyType(
    {
        "zurück": Word.BACK,
        "überspringen": Word.SKIP,
        "fertig": Word.DONE,
        "leeren": Word.EMPTY,
        "rückgängig": Word.UNDO,
        "editor": Word.EDITOR,
        "bestätigen": Word.CONFIRM,
        "hilfe": Word.HELP,
        "?": Word.HELP,
    }
)
_END = ("schluss", "speichern und schluss")


def say(*lines: str) -> None:
    """Write lines that no terminal is too narrow for."""
    for line in lines:
        for paragraph in line.split("\n"):
            indent = " " * (len(paragraph) - len(paragraph.lstrip(" ")))
            for shown in wrapped(paragraph.strip(), indent, indent) or [""]:
                terminal.show(shown)


def hear(question: str) -> str:
    """Ask for a line; raises `Ended` at the end of the input, or where the person says so."""
    line = terminal.converse(f"{question} ")
    if line is None or line.strip().casefold() in _END:
        raise Ended
    return line.rstrip()


def word_of(line: str) -> Word | None:
    """Return what a line asks for; None where it is a value."""
    said = line.strip().casefold()
    return next((word for name, word in _WORDS.items() if said in (name, name.translate(SPELLED))), None)


def plain_of(line: str) -> str:
    """Return the value that a line gives: a backslash lets a word stand for itself."""
    bare = line.removeprefix("\\")
    return bare if bare != line and (word_of(bare) or bare.strip().casefold() in _END) else line


def is_yes(question: str) -> bool:
    """Ask a question that is answered by yes or, with anything else, by no."""
    return hear(f"{question} [j/N]").strip().casefold() in ("j", "ja")


def list_choices(choices: Sequence[Choice]) -> None:
    """Read out what can be chosen, each with a number; of many only the first."""
    shown = choices if len(choices) <= 2 * _FEW else choices[:_FEW]
    for number, choice in enumerate(shown, start=1):
        say(f"  {number}  {choice.title}{f': {choice.help}' if choice.help else ''}")
    if more := len(choices) - len(shown):
        say(f"  und {more} weitere; ein Wort daraus findet sie.")


def chosen(line: str, choices: Sequence[Choice]) -> Choice | None:
    """Return what a line chooses, by number, title or the words of one; reads out what it may mean."""
    said = line.strip()
    if said.isdecimal() and 0 < int(said) <= len(choices):
        return choices[int(said) - 1]
    exact = [c for c in choices if said.casefold() in (c.title.casefold(), c.value.casefold())]
    found = exact or matching(said, choices, lambda choice: choice.title)
    if len(found) == 1:
        return found[0]
    if not found:
        say(f"„{said}“ ist hier nicht möglich.")
        return None
    say(f"„{said}“ passt zu mehreren:")
    list_choices(found)
    again = hear("Nummer (Enter: keine davon):").strip()
    return found[int(again) - 1] if again.isdecimal() and 0 < int(again) <= len(found) else None
