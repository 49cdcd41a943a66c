"""The words by which each action field and criterion of a catalogue is recognised, the rare ones first."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from tea_assistant.importing.word_stems import words_of
from tea_assistant.model.action_field import ActionField, Criterion
from tea_assistant.model.catalogue import Catalogue

TITLE, QUESTION, EVIDENCE, GUIDANCE = 1.0, 0.3, 0.3, 0.15
PHRASE = 1.6
"""What the people behind the catalogue say on purpose counts more than a word that happens to stand in it."""
_FIELD_SHARE = 0.7
"""A word of a whole field says less than one of a criterion."""


class Phrase(Struct, frozen=True):
    """Words that must all occur, with their weight."""

    stems: tuple[str, ...]
    weight: float


class Subject(Struct, frozen=True):
    """A criterion, or a field as a whole, and the words that speak for it."""

    field: str
    criterion: str = ""
    phrases: tuple[Phrase, ...] = ()


class CatalogueWords(Struct, frozen=True):
    """The subjects of a catalogue in its order."""

    subjects: tuple[Subject, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    """The German name of each field."""
    stems: Sequence[str] = ()
    """All stems that any phrase has."""
    beginning: Mapping[str, Sequence[tuple[int, Phrase]]] = field(default_factory=dict)
    """The phrases by their first stem, each with the place of its subject."""
    spoken_of: dict[str, Sequence[str]] = field(default_factory=dict)
    """Which of these the words of documents speak of, as far as asked: documents repeat their words."""


def catalogue_words(catalogue: Catalogue, sector: str = "") -> CatalogueWords:
    """Gather the words of the fields that are asked of a sector."""
    fields = [found for found in catalogue.fields.values() if found.asked_of(sector)]
    said = [(found, criterion, _texts(criterion)) for found in fields for criterion in found.criteria]
    rarity = _Rarity(_all(texts) for _, _, texts in said)
    subjects = [
        *(
            Subject(found.id, criterion.id, _phrases(texts, criterion.words, rarity))
            for found, criterion, texts in said
        ),
        *(
            Subject(found.id, phrases=_phrases(_field_texts(found), found.words, rarity, _FIELD_SHARE))
            for found in fields
        ),
    ]
    beginning: dict[str, list[tuple[int, Phrase]]] = {}
    for at, subject in enumerate(subjects):
        for phrase in subject.phrases:
            beginning.setdefault(phrase.stems[0], []).append((at, phrase))
    stems = dict.fromkeys(stem for subject in subjects for phrase in subject.phrases for stem in phrase.stems)
    titles = {found.id: found.label for found in fields}
    return CatalogueWords(tuple(subjects), titles, tuple(stems), beginning)


class _Rarity:
    """How much a word tells, by the number of criteria whose texts have it."""

    def __init__(self, documents: Iterable[frozenset[str]]) -> None:
        documents = list(documents)
        self._counts = Counter(stem for stems in documents for stem in stems)
        self._total = max(len(documents), 2)

    def __call__(self, stem: str) -> float:
        return math.log(1 + self._total / (1 + self._counts[stem])) / math.log(1 + self._total)


def _texts(criterion: Criterion) -> tuple[tuple[str, float], ...]:
    return (
        (criterion.title, TITLE),
        (criterion.question, QUESTION),
        (criterion.good_evidence, EVIDENCE),
        (criterion.guidance, GUIDANCE),
    )


def _field_texts(found: ActionField) -> tuple[tuple[str, float], ...]:
    return ((f"{found.title} {found.short_title}", TITLE), (found.guidance, GUIDANCE))


def _all(texts: Iterable[tuple[str, float]]) -> frozenset[str]:
    return frozenset(word.stem for text, _ in texts for word in words_of(text))


def _phrases(
    texts: Iterable[tuple[str, float]], phrases: Iterable[str], rarity: _Rarity, share: float = 1.0
) -> tuple[Phrase, ...]:
    best: dict[tuple[str, ...], float] = {}
    for stems, weight in (*_single(texts, rarity), *_given(phrases, rarity)):
        best[stems] = max(best.get(stems, 0.0), weight * share)
    return tuple(Phrase(stems, weight) for stems, weight in best.items())


def _single(texts: Iterable[tuple[str, float]], rarity: _Rarity) -> Iterator[tuple[tuple[str, ...], float]]:
    for text, weight in texts:
        for word in words_of(text):
            yield (word.stem,), weight * rarity(word.stem)


def _given(phrases: Iterable[str], rarity: _Rarity) -> Iterator[tuple[tuple[str, ...], float]]:
    for phrase in phrases:
        stems = tuple(dict.fromkeys(word.stem for word in words_of(phrase)))
        if stems:
            # Two words that must stand together say more than either alone.
            yield stems, PHRASE * (1 + 0.5 * (len(stems) - 1)) * max(0.5, *map(rarity, stems))
