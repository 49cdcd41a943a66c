"""Finds the group of people that a label means, by the words of the catalogue."""

import re
from collections.abc import Iterator, Sequence

from tea_assistant.checks.figure_words import Lexicon, Phrase, phrases
from tea_assistant.checks.figure_words import Meaning as Word
from tea_assistant.figures.audit.words import FULL, PART, role_of
from tea_assistant.model.catalogue import Catalogue, CellSelector, Indicator
from tea_assistant.model.figures import SPLITS
from tea_assistant.patterns import regex

_GLANCE = 4
"""So many letters of a word stand in every inflection of it."""
_WORD = regex(r"\w[\w*:/-]*")
_COMPOUND = regex(r"\b(teilzeit|vollzeit|tarif|neu)-?(\w{5,})", re.IGNORECASE)


class GroupNames:
    """The groups of a catalogue with the phrases that name them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._phrases = [
            (group, words)
            for group, indicator in _naming(catalogue)
            for words in _telling(indicator)
            if words and group in catalogue.groups
        ]
        self._lexicon = Lexicon(Phrase(Indicator(), tuple(words)) for _, words in self._phrases)

    def group_in(self, text: str) -> tuple[str, str]:
        """Return the group that a text names, and the text without the words that name it.

        The group is empty where the text names none, or two equally well.
        """
        weights: dict[str, tuple[int, int]] = {}
        rests: dict[str, str] = {}
        spans = [(found.span(), self._met(found[0])) for found in _WORD.finditer(text)]
        folded = text.casefold()
        for group, phrase in self._phrases:
            # Most phrases are out at a glance, and the glance is a hundred times cheaper.
            if not all(any(own[:_GLANCE].casefold() in folded for own in word.words) for word in phrase):
                continue
            bits = [self._lexicon.bit(own) for own in phrase]
            used = [span for span, met in spans if any(met & bit for bit in bits)]
            if not all(any(met & bit for _, met in spans) for bit in bits):
                continue
            weight = (len(phrase), sum(max(map(len, own.words)) for own in phrase))
            if weight > weights.get(group, (0, 0)):
                weights[group], rests[group] = weight, _without(text, used)
        best = max(weights.values(), default=None)
        found_groups = [group for group, weight in weights.items() if weight == best]
        return (found_groups[0], rests[found_groups[0]]) if len(found_groups) == 1 else ("", text)

    def _met(self, word: str) -> int:
        """Return all meanings that a word or its parts can have."""
        met = 0
        for reading in _readings(word):
            met |= self._lexicon.of(reading)
        return met


def _naming(catalogue: Catalogue) -> Iterator[tuple[str, Indicator]]:
    """Yield the groups with whatever names them: their titles, and the figures of the group as a whole."""
    for group, title in catalogue.groups.items():
        yield group, Indicator(title=title)
    for indicator in catalogue.indicators.values():
        if not any(getattr(indicator.numerator, split) for split in SPLITS):
            yield indicator.numerator.group, indicator


def _telling(indicator: Indicator) -> Iterator[Sequence[Word]]:
    for phrase in phrases(indicator):
        if not any(word.is_whole for word in phrase.meanings):
            yield [word for word in phrase.meanings if not all(map(_is_common, word.words))]


def _is_common(word: str) -> bool:
    """Tell whether a word says how is counted and not who: Frauen, Anteil, Teilzeit."""
    role = role_of(word)
    return role.names_sex or role.is_share or role.is_total or role.limits <= {FULL, PART}


def _readings(word: str) -> Iterator[str]:
    yield word
    if found := _COMPOUND.match(word):
        yield found[2].capitalize()


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Take words out of a text; what a compound says besides stays: Teilzeit of Teilzeitbeschäftigte."""
    for begin, end in reversed(spans):
        found = _COMPOUND.match(text[begin:end])
        text = f"{text[:begin]}{found[1] if found else ''}{text[end:]}"
    return text


def selector_splits(selector: CellSelector) -> Iterator[tuple[str, str]]:
    """Yield the splits that a figure of the catalogue asks for, in its spelling."""
    yield from ((name, value) for name in SPLITS if (value := getattr(selector, name)))
