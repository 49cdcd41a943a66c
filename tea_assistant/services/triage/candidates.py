"""Finds what may be the same measure under other words: rare words that both have weigh most."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec import Struct

from tea_assistant.importing.word_stems import words_of
from tea_assistant.patterns import regex

LEAST_ALIKE = 0.4
_MOST = 5
_TITLE_WORDS = 2
"""A title of fewer words that mean something is found in too many texts."""
_NAMED = 0.95
"""What has the same name in quotation marks is hardly two things."""
_SAME_TEXT = 0.9
_MENTIONED = 0.5
_MOST_REASONS = 4
_QUOTED = regex(r"[„\"»]([^„“”\"»«]{4,80})[“”\"«]")


class Said(Struct, frozen=True):
    """What something says of itself."""

    title: str
    text: str


class Match(Struct, frozen=True):
    """Something that may be the same, by the name under which it was given."""

    name: str
    score: float
    words: tuple[str, ...]
    """The words that both have, the rarest first."""


class Likeness:
    """How alike texts are, among all that are looked at together."""

    def __init__(self, all_said: Mapping[str, Said]) -> None:
        self._all = {name: _read(said.title, said.text) for name, said in all_said.items()}
        self._counts = Counter(stem for known in self._all.values() for stem in known.stems)

    def matches(self, said: Said, among: Iterable[str]) -> tuple[Match, ...]:
        """Return what may be the same, the most alike first."""
        own = _read(said.title, said.text)
        found = (match for name in among if (match := self._match(own, name)) is not None)
        return tuple(sorted(found, key=lambda match: (-match.score, match.name))[:_MOST])

    def _match(self, own: "_Words", name: str) -> Match | None:
        other = self._all.get(name)
        if other is None:
            return None
        common = own.stems.keys() & other.stems.keys()
        if not common:
            return None
        score = self._score(own, other)
        if score < LEAST_ALIKE:
            return None
        rarest = sorted(common, key=lambda stem: (self._counts[stem], own.stems[stem]))
        return Match(name, round(min(score, 1.0), 2), tuple(own.stems[s] for s in rarest[:_MOST_REASONS]))

    def _score(self, own: "_Words", other: "_Words") -> float:
        # One sentence often names several measures: then only their names tell them apart.
        if self._shared(own.text, other.text) > _SAME_TEXT:
            same_name = False
            found = self._shared(own.title, other.title)
            here, there = own.title, other.title
        else:
            same_name = _same_name(own.names, other.names)
            found = self._shared(own.stems.keys(), other.stems.keys())
            here, there = frozenset(own.stems), frozenset(other.stems)
        named = max(self._inside(own.title, there), self._inside(other.title, here), _NAMED * same_name)
        # What is only mentioned beside another has a name of its own.
        return max(found, named if own.title & other.title else min(named, _MENTIONED))

    def _shared(self, stems: AbstractSet[str], others: AbstractSet[str]) -> float:
        """Tell how much of their words two texts share."""
        return 2 * self._weight(stems & others) / max(self._weight(stems) + self._weight(others), 1e-9)

    def _inside(self, title: frozenset[str], other: frozenset[str]) -> float:
        """Tell how much of a title stands among other words."""
        if len(title) < _TITLE_WORDS:
            return 0.0
        return self._weight(title & other) / self._weight(title)

    def _weight(self, stems: Iterable[str]) -> float:
        total = len(self._all) + 1
        return sum(math.log(1 + total / (1 + self._counts[stem])) for stem in stems)


class _Words(Struct, frozen=True):
    stems: Mapping[str, str]
    """Each stem with the word as it was written."""
    title: frozenset[str]
    text: frozenset[str]
    names: frozenset[str]
    """What stands in quotation marks."""


@lru_cache(maxsize=2_000)
def _read(title: str, text: str) -> _Words:
    whole = f"{title}\n{text}"
    names = (" ".join(name.casefold().split()) for name in _QUOTED.findall(whole))
    return _Words(
        {word.stem: word.text for word in words_of(whole)},
        frozenset(word.stem for word in words_of(title)),
        frozenset(word.stem for word in words_of(text)),
        frozenset({*names, " ".join(title.casefold().split())}),
    )


def _same_name(names: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether one name is another, or begins with it: „Mentoring im Münsterland – gemeinsam …“."""
    return any(
        one == other or (" " in short and long.startswith(f"{short} "))
        for one in names
        for other in others
        for short, long in (sorted((one, other), key=len),)
    )
