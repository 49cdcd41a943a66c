"""Writes a text without the names in it: a person is told by the function, or as „[Person]“."""

import re
from collections.abc import Iterable

from tea_assistant.importing.person_words import ADDRESS, DEGREE, FUNCTION, may_be_name
from tea_assistant.importing.persons import Person, persons_in
from tea_assistant.patterns import regex

SOMEBODY = "[Person]"
_ROUNDS = 4
"""What stands beside a name that is gone may look like one; after so many rounds nothing is left of any."""
_ARTICLE = r"\b(?:der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen)\s+"
_TITLES = rf"(?:(?:{ADDRESS}\s+)?{DEGREE}|{ADDRESS}\s+)?"
_TWICE = regex(rf"{re.escape(SOMEBODY)}(?:s?\s+{re.escape(SOMEBODY)})+")


class WithoutPersons:
    """Takes the names of persons out of the texts of one document."""

    def __init__(self, persons: Iterable[Person], whole: str) -> None:
        persons = list(persons)
        names = sorted({person.name for person in persons}, key=len, reverse=True)
        self._names = [_pattern(name) for name in names]
        words = {word for name in names for word in name.split() if _is_telling(word, whole)}
        self._words = [_pattern(word) for word in sorted(words, key=len, reverse=True)]

    def text(self, text: str) -> str:
        """Return a text without any name of these persons, and without others that show in it."""
        text = _replaced(text, [*self._names, *self._words])
        for _ in range(_ROUNDS):
            left = persons_in(text)
            if not left:
                break
            names = sorted((person.name for person in left), key=len, reverse=True)
            text = _replaced(text, [_pattern(name) for name in names])
        return _TWICE.sub(SOMEBODY, text)


def _pattern(name: str) -> str:
    words = (re.escape(word) for word in name.split())
    # In the genitive a name has an s, which is no part of it: „Kellers Amt“.
    return r"\s+".join(words) + (r"(?:s|['’])?(?![\w])" if name[-1].isalpha() else "")


def _is_telling(word: str, whole: str) -> bool:
    """Tell whether a part of a name stands for the person: „Schneider“ does, but not where it is a noun."""
    is_word = word[:1].isupper() and len(word) > 2 and not word.endswith(".") and may_be_name(word)
    return is_word and re.search(rf"(?i:{_ARTICLE}){re.escape(word)}\b", whole) is None


def _replaced(text: str, names: Iterable[str]) -> str:
    for name in names:
        behind = rf"\s*\((?P<said>{FUNCTION}[^()]*)\)"
        text = re.sub(rf"(?<!\w){_TITLES}{name}{behind}", lambda match: match["said"], text)
        text = re.sub(
            rf"(?P<function>{FUNCTION})(?:\s+{_TITLES}{name})", lambda match: match["function"], text
        )
        text = re.sub(rf"(?<!\w){_TITLES}{name}", SOMEBODY, text)
    return text
