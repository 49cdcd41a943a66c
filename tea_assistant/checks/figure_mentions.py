"""Finds the figures that typed numbers mean, and tells whether their clauses are understood."""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from functools import reduce
from operator import or_

from msgspec import Struct

from tea_assistant.checks.clause_reading import counted, is_reason, met, said, year_of
from tea_assistant.checks.closeness import About, about
from tea_assistant.checks.figure_words import Lexicon, Phrase
from tea_assistant.checks.sentence_words import BEFORE, FRESH, NEUTRAL_NOUNS, PARTS_OF_IT, PLAIN, WISHED
from tea_assistant.checks.sentences import (
    WORD,
    Clause,
    Passage,
    Sentence,
    Token,
    TokenKind,
    hides,
    passages_around,
)
from tea_assistant.model.catalogue import Indicator
from tea_assistant.patterns import regex

_COUNTED = regex(rf"[0-9][\W_]*({WORD})")
_WORDS = regex(rf"\d+|{WORD}")
_SHARES = regex(r"%|Prozent|H\.|Hundert")
"""A passage without any of them tells no share."""
_LONGEST = 200
"""A run of more words than this is a list or a table, and no sentence that anybody could understand."""


class Mention(Struct, frozen=True):
    """A typed number with the figure that it means."""

    token: Token
    indicator: Indicator
    how: About
    year: str = ""
    """The year that it is said of; empty where none is."""
    is_clear: bool = True
    """Nothing beside it is left that could give it another meaning."""
    is_understood: bool = True
    """Every word of its clause is known; else what goes on with it may mean something else as well."""


class _Wanted(Struct, frozen=True):
    """A phrase as bits of the lexicon: all of it, and what a count stands before."""

    indicator: Indicator
    bits: int
    head: int


class Reader:
    """Reads sentences for the figures of one catalogue; `names` are the words of the organisation's name."""

    def __init__(
        self, phrases: Iterable[Phrase], indicators: Mapping[str, Indicator], names: Collection[str]
    ) -> None:
        phrases = tuple(phrases)
        self._indicators = indicators
        self._names = names
        self._lexicon = lexicon = Lexicon(phrases)
        self._wanted: dict[bool, list[_Wanted]] = {True: [], False: []}
        for phrase in phrases:
            bits = [lexicon.bit(meaning) for meaning in phrase.meanings]
            wanted = _Wanted(phrase.indicator, reduce(or_, bits), bits[0])
            self._wanted[phrase.indicator.denominator is not None].append(wanted)
        self._heads = reduce(or_, (wanted.head for wanted in self._wanted[False]), 0)

    def mentions(self, passages: Iterable[Passage]) -> Iterator[Mention]:
        """Yield the numbers whose figure is known; a clause that names none goes on with the last one."""
        last: Indicator | None = None
        for passage in passages:
            if last or passage.has_figure or self._may_mention(passage.text):
                last = yield from self._mentions(passage.sentences, last)

    def may_mention(self, prose: str) -> bool:
        """Tell whether a prose has a number that may mean a figure: most have not, and need no reading."""
        if hides(prose):
            return True
        counted = (m.start() for m in _COUNTED.finditer(prose) if self._lexicon.of(m[1]) & self._heads)
        shares = (m.start() for m in _SHARES.finditer(prose)) if _has_share(prose) else ()
        return any(self._may_mention(text) for text in passages_around(prose, sorted((*counted, *shares))))

    def _may_mention(self, text: str) -> bool:
        """Tell whether a passage has a number and all words of a phrase."""
        heads = reduce(or_, map(self._lexicon.of, _COUNTED.findall(text)), 0)
        wanted = [each for each in self._wanted[False] if each.head & heads] if heads else []
        wanted += self._wanted[True] if _has_share(text) else ()
        words = reduce(or_, map(self._lexicon.of, _WORDS.findall(text)), 0) if wanted else 0
        return any(each.bits & words == each.bits for each in wanted)

    def _mentions(
        self, sentences: Iterable[Sentence], last: Indicator | None
    ) -> Generator[Mention, None, Indicator | None]:
        doubted = False
        for sentence in sentences:
            named, doubted = None, last is not None and doubted
            if sum(len(clause.tokens) for clause in sentence) > _LONGEST:
                last = None
                continue
            for index, clause in enumerate(sentence):
                for at, token in enumerate(clause.tokens):
                    if token.kind is TokenKind.FIGURE:
                        named = self._indicators.get(token.text, named)
                        doubted = False
                    elif found := self._mention(sentence, index, at, named or last, doubted=doubted):
                        yield found
                        named, doubted = found.indicator, not found.is_understood
            # A pronoun reaches back one sentence, no further.
            last = named
        return last

    def _mention(
        self, sentence: Sentence, index: int, at: int, last: Indicator | None, *, doubted: bool
    ) -> Mention | None:
        clause = sentence[index]
        token = clause.tokens[at]
        if not token.is_number and token.kind is not TokenKind.YEAR:
            return None
        phrase = self._phrase(sentence, index, at)
        indicator = phrase.indicator if phrase else self._same_again(clause, token, last)
        if indicator is None or (token.kind is TokenKind.SHARE) != (indicator.denominator is not None):
            return None
        how = about([t.text for t in clause.tokens[max(at - 2, 0) : at] if t.kind is TokenKind.WORD])
        if how is About.LESS and token.kind is not TokenKind.SHARE:
            # „unter 3.345 Beschäftigten“ says among them, not fewer.
            how = About.EXACT
        year, is_dated = year_of(sentence, index, at)
        own = phrase.bits if phrase else 0
        # „1990 Frauen“ may be a year: only where it is the figure's value is it surely a count.
        clear = is_dated and token.kind is not TokenKind.YEAR and self._is_clear(sentence, index, token, own)
        # „389 kamen zum Gesundheitstag, 2021 waren es 270“: what goes on means what it goes on from.
        understood = self._is_understood(clause.tokens, token, own) and not (phrase is None and doubted)
        return Mention(token, indicator, how, year, clear and understood, understood)

    def _phrase(self, sentence: Sentence, index: int, at: int) -> _Wanted | None:
        """Return the phrase that says most of what stands around a number; None where two say as much."""
        clause, scored = sentence[index], dict[tuple[int, int], list[_Wanted]]()
        is_share = clause.tokens[at].kind is TokenKind.SHARE
        next_to_it = counted(clause.tokens[at + 1 :], self._lexicon)
        if not is_share and not next_to_it:
            return None
        said_here = said(clause.tokens, self._lexicon)
        goes_on = self._goes_on(sentence, index)
        if not said_here and not goes_on:
            return None
        heard = tuple(t for other in sentence[:index] for t in other.tokens if not t.is_number)
        said_so_far = said((*heard, *clause.tokens), self._lexicon)
        said_before = said(sentence[index - 1].tokens, self._lexicon) if goes_on else 0
        for wanted in self._wanted[is_share]:
            here = (wanted.bits & said_here).bit_count()
            reach = said_so_far if here else said_before
            if wanted.bits & reach == wanted.bits and (is_share or wanted.head & next_to_it):
                scored.setdefault((here, wanted.bits.bit_count()), []).append(wanted)
        best = scored[max(scored)] if scored else []
        return best[0] if len({wanted.indicator.id for wanted in best}) == 1 else None

    def _goes_on(self, sentence: Sentence, index: int) -> bool:
        """Tell whether a clause has the subject of the one before: „… stieg und liegt nun bei 39 %“."""
        words = [t.text for t in sentence[index].tokens if t.kind is TokenKind.WORD]
        is_bare = len(words) < 2 or any(word.casefold() in PARTS_OF_IT for word in words)
        return (
            index > 0
            and not is_bare
            and not sentence[index - 1].has_number
            and all(map(self._is_plain, words))
        )

    def _same_again(self, clause: Clause, token: Token, last: Indicator | None) -> Indicator | None:
        """Return the figure spoken of before, where a clause names nothing and no part of anything."""
        words = [t.text for t in clause.tokens if t.kind is TokenKind.WORD]
        if token.kind is TokenKind.YEAR or any(word.casefold() in PARTS_OF_IT for word in words):
            return None
        return last if words and all(self._is_plain(word) for word in words) else None

    def _is_plain(self, word: str) -> bool:
        lower = word.casefold()
        return any(lower in known for known in (PLAIN, BEFORE, PARTS_OF_IT, NEUTRAL_NOUNS, self._names))

    def _is_clear(self, sentence: Sentence, index: int, token: Token, own: int) -> bool:
        said = {t.text.casefold() for clause in sentence for t in clause.tokens}
        if said & WISHED or {t.text.casefold() for t in sentence[index].tokens} & BEFORE:
            return False
        if not self._is_understood(sentence[index].tokens, token, own):
            return False
        for at, clause in enumerate(sentence):
            apart = at > index and (clause.has_number or clause.opens in FRESH)
            if (
                at != index
                and not apart
                and not self._narrows_nothing(clause, -1 if clause.has_number else own)
            ):
                return False
        return True

    def _is_understood(self, tokens: tuple[Token, ...], number: Token, own: int) -> bool:
        """Tell whether every word of the number's own clause is known to leave it what it is."""
        for at, token in enumerate(tokens):
            if token is number or token.kind is TokenKind.YEAR or met(tokens, at, self._lexicon) & own:
                continue
            if token.is_number:
                # „von den 3.345 Beschäftigten“ tells how many there are, „je 100 Einwohner“ does not.
                if not counted(tokens[at + 1 :], self._lexicon) & own:
                    return False
            elif not (token.kind is TokenKind.WORD and self._is_plain(token.text)) and not is_reason(
                tokens, at
            ):
                return False
        return True

    def _narrows_nothing(self, clause: Clause, known: int) -> bool:
        """Tell whether the nouns of another clause are all known; an unknown one may be a smaller group."""
        for at, token in enumerate(clause.tokens):
            is_noun = token.kind is TokenKind.WORD and token.text[:1].isupper()
            if not is_noun and token.kind is not TokenKind.QUOTE:
                continue
            if self._is_plain(token.text) or is_reason(clause.tokens, at):
                continue
            if not met(clause.tokens, at, self._lexicon) & known:
                return False
        return True


def _has_share(text: str) -> bool:
    return "%" in text or "Prozent" in text or "H." in text or "Hundert" in text
