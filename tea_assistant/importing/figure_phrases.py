"""Tells which figure a number means by the words around it, more generously than the checks of a round do."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tea_assistant.checks.figure_words import Meaning, Phrase
from tea_assistant.checks.sentences import Token, TokenKind
from tea_assistant.patterns import regex

_ENDING = regex(r"[*:_]in(?:nen)?$|(?:e[nrsm]|e|n|s)$")
_WOMEN = regex(r"^(?P<stem>[A-ZÄÖÜ][^\W\d_]{3,})innen$")
_COMPOUND = 6
"""So long a word must be to be met as the beginning of another: „Führung“ in „Führungskräfte“."""
_MISSPELT = 10


class Words:
    """The words of a text, each as it may be met in a phrase."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        kinds = (TokenKind.WORD, TokenKind.COUNT)
        self._words = [word for token in tokens if token.kind in kinds for word in _spelled(token.text)]

    def meets(self, meaning: Meaning) -> bool:
        """Tell whether one of the words is one of a phrase, however it is inflected."""
        return any(_same(word, wanted) for wanted in meaning.words for word in self._words)


class Surroundings(Struct, frozen=True):
    """What stands around a number."""

    clause: Words
    sentence: Words
    before: Words
    """The sentence before."""
    counted: Words
    """The word right behind a count."""


class Met(Struct, frozen=True):
    """A phrase of the catalogue that is met around a number."""

    phrase: Phrase
    is_near: bool
    """All of its words stand in the sentence of the number."""


def best_phrase(known: Iterable[Phrase], around: Surroundings, *, is_share: bool) -> Met | None:
    """Return the phrase that says most of what stands around a number; None where two say as much."""
    scored = [
        (score, phrase)
        for phrase in known
        if (phrase.indicator.denominator is not None) == is_share
        # „81 Frauen in …“: the first word of a phrase is what a count stands before.
        and (is_share or around.counted.meets(phrase.meanings[0]))
        and (score := _score(phrase, around)) is not None
    ]
    best = max((score for score, _ in scored), default=None)
    chosen = {phrase.indicator.id: phrase for score, phrase in scored if score == best}
    if best is None or len(chosen) != 1:
        return None
    return Met(next(iter(chosen.values())), is_near=best[1] == best[2])


def _score(phrase: Phrase, around: Surroundings) -> tuple[int, int, int] | None:
    """Return how well a phrase fits, how many words it has, and how many stand in the sentence itself."""
    near = inside = 0
    for meaning in phrase.meanings:
        if around.clause.meets(meaning):
            near, inside = near + 1, inside + 1
        elif meaning.words[0].isdecimal():
            # An age says of its own clause only whom it counts.
            return None
        elif around.sentence.meets(meaning):
            inside += 1
        elif not around.before.meets(meaning):
            return None
    # What only the sentence before speaks of is no figure of this one.
    return (inside * 10 + near, len(phrase.meanings), inside) if inside else None


def _spelled(word: str) -> Iterator[str]:
    yield word
    if women := _WOMEN.match(word):
        # „1.990 Mitarbeiterinnen“ are women among the „Mitarbeiter*innen“.
        yield from ("Frauen", women["stem"])


def _same(word: str, wanted: str) -> bool:
    if wanted.isdecimal() or word[:1].isupper() != wanted[:1].isupper():
        return word == wanted
    stem, plain = _ENDING.sub("", wanted.casefold()), word.casefold()
    if _ENDING.sub("", plain) == stem or (len(stem) >= _COMPOUND and plain.startswith(stem)):
        return True
    return len(wanted) >= _MISSPELT and _lacks_a_letter(plain, wanted.casefold() + "n")


def _lacks_a_letter(word: str, wanted: str) -> bool:
    """Tell whether a word is misspelt by one letter: „Beschäftigen“ where people are counted."""
    return len(word) == len(wanted) - 1 and any(
        word == wanted[:at] + wanted[at + 1 :] for at in range(1, len(wanted))
    )
