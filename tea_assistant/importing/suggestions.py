"""Which action field and criterion a text belongs to, how sure that is, and the words that say so."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from tea_assistant.importing.catalogue_words import CatalogueWords, Phrase
from tea_assistant.importing.word_stems import speaks_of, words_of

_COMPOUND = 0.8
"""„Teilzeitbeschäftigte“ speaks of „Teilzeit“ nearly as much as the word itself."""
_NEAREST, _FARTHER = 0.5, 0.35
"""Of what the text itself would count, if its heading says it, or one above that."""
_SUPPORT = 0.35
"""Of the other criteria of a field: they speak for the field, but the best one decides."""
_MOST_REASONS = 4
_ENOUGH = 1.2
"""A score at which words speak clearly."""
_TELLING = 0.2
"""What counts less decides nothing and is no reason."""
_ABOVE_CRITERIA = 0.5
"""Headings tell the field; which of its criteria is meant, rather the text itself says."""


class Suggestion(Struct, frozen=True):
    """A field and a criterion for a text; empty where nothing speaks for any."""

    action_field: str = ""
    criterion: str = ""
    confidence: float = 0.0
    reason: str = ""
    """German."""


class _Said(Struct, frozen=True):
    text: str
    exact: bool


class _Source(Struct, frozen=True):
    """What a text or a heading says, and how much that counts."""

    said: Mapping[str, _Said]
    share: float
    heading: bool


class _Hit(Struct, frozen=True):
    score: float
    words: tuple[str, ...]
    heading: bool = False


def suggest(text: str, headings: Sequence[str], catalogue: CatalogueWords) -> Suggestion:
    """Suggest a field and criterion for a text below some headings, the outermost first."""
    sources = [_Source(_said(text, catalogue), 1.0, heading=False)]
    sources += [
        _Source(_said(heading, catalogue), _NEAREST if above == 0 else _FARTHER, heading=True)
        for above, heading in enumerate(reversed(headings))
    ]
    found = [_found(source, catalogue) for source in sources]
    hits = [
        (subject, _hits([hits_of.get(at, []) for hits_of in found]))
        for at, subject in enumerate(catalogue.subjects)
    ]
    fields: dict[str, float] = {}
    for name in catalogue.titles:
        scores = sorted((_score(kept) for subject, kept in hits if subject.field == name), reverse=True)
        fields[name] = scores[0] + _SUPPORT * sum(scores[1:3]) if scores else 0.0
    ranked = sorted(fields.items(), key=lambda entry: -entry[1])
    if not ranked or ranked[0][1] <= 0:
        return Suggestion()
    best, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    own = [(subject, kept) for subject, kept in hits if subject.field == best and kept]
    criterion = max((e for e in own if e[0].criterion), key=lambda entry: _own_score(entry[1]), default=None)
    reasons = [hit for _, kept in sorted(own, key=lambda entry: -_score(entry[1])) for hit in kept]
    return Suggestion(
        best,
        criterion[0].criterion if criterion else "",
        _confidence(score, second),
        _reason(catalogue.titles[best], reasons),
    )


def _said(text: str, catalogue: CatalogueWords) -> dict[str, _Said]:
    """Return which stems of the catalogue a text has, each with the word that is nearest to it."""
    said: dict[str, _Said] = {}
    for word in words_of(text):
        for stem in _spoken_of(word.stem, catalogue):
            exact = stem == word.stem
            if stem not in said or (exact and not said[stem].exact):
                said[stem] = _Said(word.text, exact)
    return said


def _spoken_of(stem: str, catalogue: CatalogueWords) -> Sequence[str]:
    known = catalogue.spoken_of.get(stem)
    if known is None:
        known = catalogue.spoken_of[stem] = [other for other in catalogue.stems if speaks_of(stem, other)]
    return known


def _found(source: _Source, catalogue: CatalogueWords) -> dict[int, list[_Hit]]:
    """Return what a source says for each subject, the weightiest first."""
    found: dict[int, list[_Hit]] = {}
    for stem in source.said:
        for at, phrase in catalogue.beginning.get(stem, ()):
            if hit := _hit(phrase, source):
                found.setdefault(at, []).append(hit)
    for hits in found.values():
        # Equal weights keep an order that does not hang on the order of words in the text.
        hits.sort(key=lambda hit: (-hit.score, hit.words))
    return found


def _hits(found: Iterable[Sequence[_Hit]]) -> list[_Hit]:
    """Return what speaks for a subject, each word once and for the phrase in which it weighs most."""
    used: set[str] = set()
    kept: list[_Hit] = []
    for hits in found:
        for hit in hits:
            if not used.intersection(hit.words):
                used.update(hit.words)
                kept.append(hit)
    return kept


def _hit(phrase: Phrase, source: _Source) -> _Hit | None:
    weight = phrase.weight * source.share
    matched: list[str] = []
    for stem in phrase.stems:
        word = source.said.get(stem)
        if word is None:
            return None
        weight *= 1.0 if word.exact else _COMPOUND
        matched.append(word.text)
    return _Hit(weight, tuple(dict.fromkeys(matched)), source.heading)


def _score(hits: Iterable[_Hit]) -> float:
    return sum(hit.score for hit in hits)


def _own_score(hits: Iterable[_Hit]) -> float:
    return sum(hit.score * (_ABOVE_CRITERIA if hit.heading else 1.0) for hit in hits)


def _confidence(score: float, second: float) -> float:
    """Rate the lead over the second field, as far as the words are clear: twice its score is 80 %."""
    first, other = score * score, second * second
    return round(first / (first + other) * min(1.0, score / _ENOUGH), 2)


def _reason(title: str, hits: Iterable[_Hit]) -> str:
    inside: dict[str, None] = {}
    above: dict[str, None] = {}
    ranked = sorted(hits, key=lambda hit: -hit.score)
    for hit in [hit for hit in ranked if hit.score >= _TELLING] or ranked[:1]:
        (above if hit.heading else inside).update(dict.fromkeys(hit.words))
    said = ", ".join(f"„{word}“" for word in list(inside)[:_MOST_REASONS])
    over = ", ".join(f"„{word}“" for word in [w for w in above if w not in inside][: _MOST_REASONS - 1])
    parts = [f"Wörter im Text: {said}"] if said else []
    parts += [f"in der Überschrift: {over}"] if over else []
    return f"{title}: {'; '.join(parts)}"
