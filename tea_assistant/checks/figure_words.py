"""Tells which figure some words of a sentence mean, by the titles and phrases that the catalogue gives.

A phrase is met where each of its words stands in the sentence, in any order and inflection.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tea_assistant.checks.sentence_words import SMALL
from tea_assistant.model.catalogue import Indicator

_ENDING = re.compile(r"(?:e[nrsm]|e|n|s)$")
_ENDINGS = frozenset(("", "e", "en", "er", "es", "em", "ern", "n", "s", "t"))
_GENDERED = re.compile(r"[*:_]in(?:nen)?$")
_PHRASE_WORD = re.compile(
    r"%\s*(?:der|des|aller|unserer|von\s+den)\s+(?P<whole>[\w*:/-]+)|(?P<word>[\w*:/-]+)"
)
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Meaning:
    """One word of a phrase, with the others that mean the same."""

    words: tuple[str, ...]
    is_whole: bool = False
    """It stands behind „% der“: the group that a share refers to."""

    def is_met(self, word: str, *, is_whole: bool = False) -> bool:
        """Tell whether a word of a text is this one, however it is inflected."""
        return self.is_whole == is_whole and any(_same(word, own) for own in self.words)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that together mean a figure."""

    indicator: Indicator
    meanings: tuple[Meaning, ...]

    @property
    def head(self) -> Meaning:
        """The word that a count stands before: Frauen in „81 Frauen in Führungspositionen“."""
        return self.meanings[0]


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


def _same(word: str, own: str) -> bool:
    if own.isdecimal() or word.isdecimal():
        return word == own
    # „Die Stadt beschäftigt 3.345 Menschen“ speaks of no „Beschäftigte“.
    if own[:1].isupper() and not word[:1].isupper():
        return False
    stem, found = _stem(own), _GENDERED.sub("", word.casefold())
    return found.startswith(stem) and found[len(stem) :] in _ENDINGS


def _stem(word: str) -> str:
    plain = _GENDERED.sub("", word.casefold())
    short = _ENDING.sub("", plain)
    return short if len(short) >= _SHORTEST_STEM else plain
