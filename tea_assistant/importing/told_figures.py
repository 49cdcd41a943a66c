"""Finds the numbers that a text tells about people at work, and which figure of the catalogue each means.

The checks of a round ask which number is surely a figure; here a person looks at each, so more is offered.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.checks.figure_words import Phrase, phrases
from tea_assistant.checks.sentences import Clause, Token, TokenKind
from tea_assistant.checks.sentences import sentences as clauses_of
from tea_assistant.importing.evened_numbers import Earlier, evened
from tea_assistant.importing.figure_phrases import Surroundings, Words, best_phrase
from tea_assistant.importing.number_words import NUMBER_WORDS
from tea_assistant.model.catalogue import Indicator
from tea_assistant.patterns import regex
from tea_assistant.prose.sentences import sentences

_PEOPLE = regex(
    r"(?:innen|Frauen|Männern?|Personen|Menschen|Beschäftigten?|Mitarbeitenden?|Führungskräften?|Vätern?"
    r"|Müttern?|Auszubildenden?|Azubis?|Teilnehmenden?|Mitarbeitern?)$"
)
_NOT_STAFF = regex(r"(?:Einwohner|Bürger|Besucher|Kinder|Zuschauer|Leser|Gäste)", re.IGNORECASE)
_HAS_NUMBER = regex(rf"\d|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)
_LONGEST = 1_000
"""Characters of a sentence; what is longer is a list or a table."""
_YEARS = regex(r"(?:19|20)\d\d")


class ToldFigure(Struct, frozen=True):
    """One number of a text."""

    sentence: str
    """As it stands there."""
    value: Fraction
    printed: str
    """The number as printed, with „Prozent“ or what it counts."""
    is_share: bool
    digits: int = 0
    counted: str = ""
    """The word behind a count."""
    indicator: Indicator | None = None
    words: tuple[str, ...] = ()
    """The words of the catalogue by which it was told."""
    is_near: bool = True
    """All these words stand in its own sentence."""
    year: str = ""
    """The year of an earlier value that stands beside for comparison; empty for the value of the text."""


def known_phrases(indicators: Iterable[Indicator]) -> tuple[Phrase, ...]:
    """Return the ways in which texts name the figures of a catalogue, to be worked out once."""
    return tuple(phrase for indicator in indicators for phrase in phrases(indicator))


def told_figures(text: str, known: Iterable[Phrase]) -> Iterator[ToldFigure]:
    """Yield the numbers of a paragraph that count people at work, or are a share of them."""
    said = ""
    last: ToldFigure | None = None
    for sentence in sentences(text):
        if len(sentence) > _LONGEST or not _HAS_NUMBER.search(sentence):
            said = sentence[:_LONGEST]
            continue
        plain = evened(sentence)
        clauses = [clause for part in clauses_of(plain.text) for clause in part]
        before = [token for part in clauses_of(said) for clause in part for token in clause.tokens]
        said = plain.text
        for clause, at in _numbers(clauses):
            found = _told(sentence, clauses, (clause, at), before, known)
            found = _compared(found, last, clause) if found.indicator is None else found
            if not _is_of_interest(found):
                continue
            yield found
            last = found if not found.year else last
            if earlier := plain.earlier.get(clause.tokens[at].at):
                yield _value_before(found, earlier)


def _numbers(clauses: Iterable[Clause]) -> Iterator[tuple[Clause, int]]:
    for clause in clauses:
        for at, token in enumerate(clause.tokens):
            if token.is_number:
                yield clause, at


def _told(
    sentence: str,
    clauses: Sequence[Clause],
    place: tuple[Clause, int],
    before: Sequence[Token],
    known: Iterable[Phrase],
) -> ToldFigure:
    clause, at = place
    token = clause.tokens[at]
    is_share = token.kind is TokenKind.SHARE
    behind = next((t for t in clause.tokens[at + 1 : at + 3] if t.text[:1].isupper()), None)
    counted = behind.text if behind and not is_share else ""
    around = Surroundings(
        Words(clause.tokens),
        Words(token for other in clauses for token in other.tokens),
        Words(before),
        Words([behind] if behind else []),
    )
    told = ToldFigure(
        sentence, token.number, f"{token.text} {counted}".strip(), is_share, token.digits, counted
    )
    met = best_phrase(known, around, is_share=is_share)
    if met is None:
        return told
    words = tuple(meaning.words[0] for meaning in met.phrase.meanings)
    return replace(told, indicator=met.phrase.indicator, words=words, is_near=met.is_near)


def _compared(found: ToldFigure, last: ToldFigure | None, clause: Clause) -> ToldFigure:
    """Return a number in brackets with a year as the earlier value of the figure before it."""
    has_words = any(token.kind is TokenKind.WORD for token in clause.tokens)
    if last is None or clause.opens not in ("(", ":") or found.is_share != last.is_share or has_words:
        return found
    years = [token.text for token in clause.tokens if token.kind is TokenKind.YEAR]
    year = years[0] if len(years) == 1 else next(iter(_YEARS.findall(found.sentence)), "")
    if not year:
        return found
    return replace(
        found, counted=last.counted, indicator=last.indicator, words=last.words, is_near=False, year=year
    )


def _value_before(found: ToldFigure, earlier: Earlier) -> ToldFigure:
    whole, _, decimals = re.sub(r"[.\u00a0\u202f]", "", earlier.printed).partition(",")
    return replace(
        found,
        value=Fraction(f"{whole}.{decimals}" if decimals else whole),
        printed=f"{earlier.printed} {'Prozent' if found.is_share else found.counted}".strip(),
        digits=len(decimals),
        year=earlier.year,
    )


def _is_of_interest(found: ToldFigure) -> bool:
    if found.indicator is not None or found.is_share:
        return True
    return _PEOPLE.search(found.counted) is not None and not _NOT_STAFF.search(found.counted)
