"""Reads single clauses: which words are met, what a share refers to, and which year a number is said of."""

from collections.abc import Iterator

from tea_assistant.checks.figure_words import Lexicon
from tea_assistant.checks.sentence_words import ARTICLES, IN_REASONS, NOT_ITS_DATE, NOW, REASONS
from tea_assistant.checks.sentences import Clause, Sentence, Token, TokenKind

Tokens = tuple[Token, ...]
_REACH = 4
"""So many tokens may stand between a share and its group: 39 % von den 3.345 Beschäftigten."""


def said(tokens: Tokens, lexicon: Lexicon) -> int:
    """Return the bits of all that the tokens mean."""
    bits = 0
    for at in range(len(tokens)):
        bits |= met(tokens, at, lexicon)
    return bits


def met(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """Return the bits of what a token means, as a group that a share refers to or not."""
    if tokens[at].kind not in (TokenKind.WORD, TokenKind.COUNT):
        return 0
    bits = lexicon.of(tokens[at].text)
    if not bits:
        return 0
    return bits & (lexicon.wholes if _is_whole(tokens, at) else ~lexicon.wholes)


def counted(after: Tokens, lexicon: Lexicon) -> int:
    """Return the bits of what the word right after a count can mean: it is what the count counts."""
    return lexicon.of(after[0].text) if after and after[0].kind is TokenKind.WORD else 0


def is_reason(tokens: Tokens, at: int) -> bool:
    """Tell whether a word belongs to „dank …“ or „durch …“, which ends where the verb comes."""
    for token in reversed(tokens[:at]):
        lower = token.text.casefold()
        if lower in REASONS:
            return True
        if token.kind is TokenKind.WORD and token.text[:1].islower() and lower not in IN_REASONS:
            return False
    return tokens[at].text.casefold() in REASONS


def year_of(sentence: Sentence, index: int, at: int) -> tuple[str, bool]:
    """Return the year that a number is said of, and whether that is certain."""
    clause, number = sentence[index], sentence[index].tokens[at]
    follows = sentence[index + 1] if index + 1 < len(sentence) else None
    if follows and follows.opens == "(" and clause.tokens[-1] is number and not follows.has_number:
        years = [token.text for token in follows.tokens if token.kind is TokenKind.YEAR]
        if years:
            return years[0], len(years) == 1
    years = list(_dates(clause, number))
    if years:
        return years[0], len(years) == 1
    if at and clause.tokens[at - 1].text.casefold() == "von" and _goes_on_to(sentence[index:]):
        return "", False
    if any(token.text.casefold() in NOW for token in clause.tokens):
        return "", True
    for earlier in reversed(sentence[:index]):
        years = list(_dates(earlier, number))
        if years and earlier.opens != "(":
            return years[0], len(years) == 1 and not earlier.has_number
    return "", True


def _is_whole(tokens: Tokens, at: int) -> bool:
    """Tell whether a word stands behind „39 % der“, with a count between at most."""
    between = False
    for token in reversed(tokens[max(at - _REACH, 0) : at]):
        if token.kind is TokenKind.SHARE:
            return between
        if token.kind is not TokenKind.COUNT and token.text.casefold() not in ARTICLES:
            return False
        between = True
    return False


def _goes_on_to(clauses: Sentence) -> bool:
    # „von 34 % auf 36 %“: the first is of some time before.
    return any(token.text.casefold() == "auf" for clause in clauses for token in clause.tokens)


def _dates(clause: Clause, number: Token) -> Iterator[str]:
    for at, token in enumerate(clause.tokens):
        before = clause.tokens[at - 1].text.casefold() if at else ""
        if token.kind is TokenKind.YEAR and token is not number and before not in NOT_ITS_DATE:
            yield token.text
