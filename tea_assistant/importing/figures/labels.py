"""Understands the labels of a table, and says so where something in them stays unclear."""

import re
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.checks.sentence_words import NEUTRAL_NOUNS, SMALL
from tea_assistant.figures.audit.words import ABOVE_HALF, BELOW_HALF, FULL, PART, role_of
from tea_assistant.importing.figures.groups import GroupNames
from tea_assistant.importing.figures.meaning import GROUP, Meaning, known_spelling
from tea_assistant.importing.figures.words import (
    counted,
    is_full_time_equivalents,
    is_other,
    named_by,
    splits_in,
    without_mark,
    without_years,
)
from tea_assistant.patterns import regex

_EMPLOYMENT = frozenset((FULL, PART, BELOW_HALF, ABOVE_HALF))
_OF_TITLES = frozenset(
    (
        *("frauenanteile", "anteile", "verteilung", "übersicht", "gesamtübersicht"),
        *("struktur", "beschäftigtenstruktur", "personalstruktur", "entwicklung", "tabelle"),
        *("zahlen", "kennzahlen", "daten", "personaldaten", "personal"),
        *("personalstatistik", "personalbestand", "statistik", "auswertung", "bericht"),
        *("gleichstellung", "gleichstellungsplan", "gleichstellungsbericht", "export", "entwurf"),
        *("anlage", "anhang", "stichtag", "quartal", "nach"),
        *("köpfe", "berichtszeitraum"),
    )
)
"""Words of titles that narrow nothing down."""
_SHEET = regex(r"(?:tabelle|blatt|sheet|anlage)\d*|q[1-4]|\w?\d+")
_WORD = regex(r"\w[\w*:-]*")
_IN_PERCENT = regex(r"\bin\s+(?:%|Prozent|v\.\s?H\.)", re.IGNORECASE)


class Understood(Struct, frozen=True):
    """What a label means, and the words in it that nothing here knows."""

    meaning: Meaning
    rest: tuple[str, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Every word is understood, and together they say something."""
        return not self.rest and self.meaning != Meaning()


class LabelReader(Struct, frozen=True):
    """Reads labels in the words of a catalogue."""

    groups: GroupNames
    house: frozenset[str] = frozenset()
    """The words of the organisation's name, in small letters; they narrow nothing down."""
    spellings: Collection[tuple[str, str]] = ()
    """Splits as the dossier and the catalogue spell them already."""

    def understood(self, text: str) -> Understood:
        """Read a label that may name a group, splits, a sex and a kind of number."""
        label = without_years(without_mark(text))
        if is_other(label) or is_full_time_equivalents(label):
            return Understood(Meaning(), (label,))
        found = list(splits_in(label))
        group, left = self.groups.group_in(label)
        for _, _, words in found:
            left = left.replace(words, " ")
        splits = [(name, self.spelled(name, value)) for name, value, _ in found]
        meaning = replace(counted(label), group=group).with_splits(splits)
        # A status is told by the whole label: „tariflich Beschäftigte im Sozialdienst“.
        return Understood(meaning, () if "status" in dict(splits) else self._unknown(left))

    def named(self, name: str, text: str) -> Understood:
        """Read a label whose column says what it names: a split, or a group."""
        label = without_mark(text)
        if name == GROUP:
            return self.understood(label)
        if name == "employment":
            found = self.understood(label)
            return found if found.meaning.splits else Understood(Meaning(), (label,))
        told = [value for own, value, words in splits_in(label) if (own, words) == (name, label)]
        return Understood(Meaning(splits=((name, self.spelled(name, told[0] if told else label)),)))

    def spelled(self, name: str, value: str) -> str:
        """Return a split as it is spelled already."""
        return known_spelling(value, [spelling for known, spelling in self.spellings if known == name])

    def title(self, text: str) -> Understood:
        """Read what a title says of the whole table; nothing, where a word of it may narrow that down."""
        found = self.understood(text)
        loose = tuple(word for word in found.rest if not self._is_harmless(word))
        if loose:
            return Understood(Meaning(), loose)
        percent = bool(_IN_PERCENT.search(text))
        return Understood(Meaning(group=found.meaning.group, splits=found.meaning.splits, percent=percent))

    def _is_harmless(self, word: str) -> bool:
        plain = word.casefold()
        return plain in _OF_TITLES or bool(named_by(word)) or _SHEET.fullmatch(plain) is not None

    def _unknown(self, text: str) -> tuple[str, ...]:
        if not (role_of(text).limits - _EMPLOYMENT):
            return ()
        return tuple(word for word in _WORD.findall(text) if self._is_unknown(word))

    def _is_unknown(self, word: str) -> bool:
        plain = word.casefold()
        if plain in SMALL or plain in NEUTRAL_NOUNS or plain in self.house or plain.isdecimal():
            return False
        return bool(role_of(word).limits - _EMPLOYMENT)
