"""Tells which figure some words of a sentence mean, by the titles and phrases that the catalogue gives.

A phrase is met where each of its words stands in the sentence, in any order and inflection.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tea_assistant.checks.sentence_words import SMALL
from tea_assistant.model.catalogue import Indicator
from tea_assistant.patterns import regex

_ENDING = regex(r"(?:e[nrsm]|e|n|s)$")
_ENDINGS = frozenset(("", "e", "en", "er", "es", "em", "ern", "n", "s", "t"))
_LONGEST_ENDING = max(map(len, _ENDINGS))
_GENDERED = regex(r"[*:_]in(?:nen)?$")
_PHRASE_WORD = regex(r"%\s*(?:der|des|aller|unserer|von\s+den)\s+(?P<whole>[\w*:/-]+)|(?P<word>[\w*:/-]+)")
_SHORTEST_STEM = 4


class Meaning(Struct, frozen=True):
    """One word of a phrase, with the others that mean the same."""

    words: tuple[str, ...]
    is_whole: bool = False
    """It stands behind „% der“: the group that a share refers to."""


class Phrase(Struct, frozen=True):
    """Words that together mean a figure; the first is what a count stands before: „81 Frauen in …“."""

    indicator: Indicator
    meanings: tuple[Meaning, ...]


class Lexicon:
    """Looks the words of all phrases up at once: each meaning is a bit, a word the bits that it can mean."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._bits: dict[Meaning, int] = {}
        self._stems: dict[str, int] = {}
        self._nouns: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._known: dict[str, int] = {}
        self.wholes = 0
        """The bits of the groups that a share refers to."""
        for phrase in phrases:
            for meaning in phrase.meanings:
                if meaning not in self._bits:
                    self._add(meaning)

    def bit(self, meaning: Meaning) -> int:
        """Return the bit of a meaning."""
        return self._bits[meaning]

    def of(self, word: str) -> int:
        """Return all that a word of a text can mean, however it is inflected."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._looked_up(word)
        return found

    def _add(self, meaning: Meaning) -> None:
        bit = self._bits[meaning] = 1 << len(self._bits)
        if meaning.is_whole:
            self.wholes |= bit
        for word in meaning.words:
            # „Die Stadt beschäftigt 3.345 Menschen“ speaks of no „Beschäftigte“.
            kept = self._nouns if word[:1].isupper() else self._stems
            table, stem = (self._numbers, word) if word.isdecimal() else (kept, _stem(word))
            table[stem] = table.get(stem, 0) | bit

    def _looked_up(self, word: str) -> int:
        if word.isdecimal():
            return self._numbers.get(word, 0)
        plain, found = _GENDERED.sub("", word.casefold()), 0
        for length in range(max(len(plain) - _LONGEST_ENDING, 0), len(plain) + 1):
            if plain[length:] in _ENDINGS:
                found |= self._stems.get(plain[:length], 0)
                if word[:1].isupper():
                    found |= self._nouns.get(plain[:length], 0)
        return found


def phrases(indicator: Indicator) -> Iterator[Phrase]:
    """Yield the ways in which texts name a figure: its title, and the phrases of the catalogue."""
    for written in (indicator.title, *indicator.words):
        meanings = tuple(
            Meaning(tuple((match["whole"] or match["word"]).split("/")), is_whole=match["whole"] is not None)
            for match in _PHRASE_WORD.finditer(written)
            if match["whole"] or match["word"].casefold() not in SMALL
        )
        if meanings:
            yield Phrase(indicator, meanings)


def _stem(word: str) -> str:
    plain = _GENDERED.sub("", word.casefold())
    short = _ENDING.sub("", plain)
    return short if len(short) >= _SHORTEST_STEM else plain
