"""Finds the figures that typed numbers mean, and tells whether their clauses are understood."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tea_assistant.checks.clause_reading import is_met, is_reason, said_of, stands_before, year_of
from tea_assistant.checks.closeness import About, about
from tea_assistant.checks.figure_words import Meaning, Phrase
from tea_assistant.checks.sentence_words import BEFORE, FRESH, NEUTRAL_NOUNS, PARTS_OF_IT, PLAIN, WISHED
from tea_assistant.checks.sentences import Clause, Sentence, Token, TokenKind
from tea_assistant.model.catalogue import Indicator

_LONGEST = 200
"""A run of more words than this is a list or a table, and no sentence that anybody could understand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed number with the figure that it means."""

    token: Token
    indicator: Indicator
    how: About
    year: str = ""
    """The year that it is said of; empty where none is."""
    is_clear: bool = True
    """Nothing beside it is left that could give it another meaning."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads sentences for the figures of one catalogue."""

    phrases: tuple[Phrase, ...]
    indicators: Mapping[str, Indicator]
    names: frozenset[str]
    """The words of the organisation's name and place, in small letters."""

    def mentions(self, sentences: Iterable[Sentence]) -> Iterator[Mention]:
        """Yield the numbers whose figure is known; a clause that names none goes on with the last one."""
        last: Indicator | None = None
        for sentence in sentences:
            named = None
            if sum(len(clause.tokens) for clause in sentence) > _LONGEST:
                last = None
                continue
            for index, clause in enumerate(sentence):
                for at, token in enumerate(clause.tokens):
                    if token.kind is TokenKind.FIGURE:
                        named = self.indicators.get(token.text, named)
                    elif found := self._mention(sentence, index, at, named or last):
                        yield found
                        named = found.indicator
            # A pronoun reaches back one sentence, no further.
            last = named

    def _mention(self, sentence: Sentence, index: int, at: int, last: Indicator | None) -> Mention | None:
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
        own = phrase.meanings if phrase else ()
        # „1990 Frauen“ may be a year: only where it is the figure's value is it surely a count.
        clear = is_dated and token.kind is not TokenKind.YEAR and self._is_clear(sentence, index, token, own)
        return Mention(token, indicator, how, year, clear)

    def _phrase(self, sentence: Sentence, index: int, at: int) -> Phrase | None:
        """Return the phrase that says most of what stands around a number; None where two say as much."""
        clause, scored = sentence[index], dict[tuple[int, int], list[Phrase]]()
        heard = tuple(t for other in sentence[:index] for t in other.tokens if not t.is_number)
        goes_on = self._goes_on(sentence, index)
        for phrase in self.phrases:
            is_share = clause.tokens[at].kind is TokenKind.SHARE
            if is_share != (phrase.indicator.denominator is not None):
                continue
            if not is_share and not stands_before(clause.tokens[at + 1 :], phrase.head):
                continue
            here = sum(said_of(clause.tokens, meaning) for meaning in phrase.meanings)
            if not here and not goes_on:
                continue
            reach = (*heard, *clause.tokens) if here else sentence[index - 1].tokens
            if all(said_of(reach, meaning) for meaning in phrase.meanings):
                scored.setdefault((here, len(phrase.meanings)), []).append(phrase)
        best = scored[max(scored)] if scored else []
        return best[0] if len({phrase.indicator.id for phrase in best}) == 1 else None

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
        return any(lower in known for known in (PLAIN, BEFORE, PARTS_OF_IT, NEUTRAL_NOUNS, self.names))

    def _is_clear(self, sentence: Sentence, index: int, token: Token, own: tuple[Meaning, ...]) -> bool:
        said = {t.text.casefold() for clause in sentence for t in clause.tokens}
        if said & WISHED or {t.text.casefold() for t in sentence[index].tokens} & BEFORE:
            return False
        if not self._is_understood(sentence[index].tokens, token, own):
            return False
        every = tuple(meaning for phrase in self.phrases for meaning in phrase.meanings)
        for at, clause in enumerate(sentence):
            apart = at > index and (clause.has_number or clause.opens in FRESH)
            if (
                at != index
                and not apart
                and not self._narrows_nothing(clause, every if clause.has_number else own)
            ):
                return False
        return True

    def _is_understood(self, tokens: tuple[Token, ...], number: Token, own: tuple[Meaning, ...]) -> bool:
        """Tell whether every word of the number's own clause is known to leave it what it is."""
        for at, token in enumerate(tokens):
            if token is number or token.kind is TokenKind.YEAR or any(is_met(tokens, at, m) for m in own):
                continue
            if token.is_number:
                # „von den 3.345 Beschäftigten“ tells how many there are, „je 100 Einwohner“ does not.
                if not any(stands_before(tokens[at + 1 :], meaning) for meaning in own):
                    return False
            elif not (token.kind is TokenKind.WORD and self._is_plain(token.text)) and not is_reason(
                tokens, at
            ):
                return False
        return True

    def _narrows_nothing(self, clause: Clause, known: tuple[Meaning, ...]) -> bool:
        """Tell whether the nouns of another clause are all known; an unknown one may be a smaller group."""
        for at, token in enumerate(clause.tokens):
            is_noun = token.kind is TokenKind.WORD and token.text[:1].isupper()
            if not is_noun and token.kind is not TokenKind.QUOTE:
                continue
            if self._is_plain(token.text) or is_reason(clause.tokens, at):
                continue
            if not any(is_met(clause.tokens, at, meaning) for meaning in known):
                return False
        return True
