"""Cuts a prose into sentences, clauses and tokens: words, numbers, years and references to figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import references
from tea_assistant.prose.sentences import CLOSING, sentence_spans


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    SHARE = "share"
    COUNT = "count"
    YEAR = "year"
    """A year, or a whole date, of which the year is kept."""
    FIGURE = "figure"
    """A reference to a figure."""
    QUOTE = "quote"
    """Words in quotation marks, which may be anybody's."""
    OTHER = "other"
    """A number that is no figure: points, a span, a reference to a measure."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence."""

    kind: TokenKind
    text: str
    at: int
    """Where it begins in the prose."""
    number: Fraction = Fraction(0)
    digits: int = 0

    @property
    def is_number(self) -> bool:
        """Tell whether it may be the value of a figure."""
        return self.kind in (TokenKind.SHARE, TokenKind.COUNT)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between its marks, or before and after „und“."""

    tokens: tuple[Token, ...]
    opens: str = ""
    """What it follows: a mark or the word „und“; empty at the beginning."""

    @property
    def has_number(self) -> bool:
        """Tell whether it holds a figure of its own, typed or referred to."""
        return any(token.is_number or token.kind is TokenKind.FIGURE for token in self.tokens)


Sentence = tuple[Clause, ...]

_GAP = r"[ \u00a0\u202f]"
_MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_TOKEN = re.compile(
    r"(?P<figure>\x01\d+\x01)"
    r"|(?P<measure>\x02)"
    r"|(?P<quote>[„»\"][^“”«\"\n]{0,300}(?:\n[^“”«\"\n]{0,300})?[“”«\"])"
    rf"|(?P<date>\b\d{{1,2}}\.{_GAP}?(?:\d{{1,2}}\.{_GAP}?|(?:{_MONTH}){_GAP}?)(?P<dated>(?:19|20)\d\d)\b)"
    rf"|(?P<span>\b\d[\d.,]*{_GAP}*(?:[-–]|bis){_GAP}*\d[\d.,]*{_GAP}*(?:%|Prozent)\w*)"
    rf"|(?P<range>\b[Zz]wischen\s+\d[\d.,]*{_GAP}*(?:%|Prozent)?\s+und\s+\d[\d.,]*{_GAP}*(?:%|Prozent)\w*)"
    r"|(?P<num>(?<![\w.,/§:–-])(?:\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d{1,12})(?:,\d{1,4})?(?![\d/]|[.,:–-]\d))"
    rf"(?P<share>{_GAP}*(?:%|Prozent\b|v\.{_GAP}?H\.|vom{_GAP}Hundert))?(?P<unit>{_GAP}*Prozentpunkte?n?|{_GAP}*[€°]|-\w+)?"
    r"|(?P<junk>\d[\d.,:/–-]*)"
    r"|(?P<abbreviated>\b(?:ca|rd|bzw|inkl|vgl|Nr|Dr|z\.\s?B|d\.\s?h|u\.\s?a)\.)"
    r"|(?P<word>[^\W\d_]+(?:[*:_]in(?:nen)?)?(?:-[^\W\d_]+(?:[*:_]in(?:nen)?)?)*)"
    r"|(?P<mark>[,;:()|–—])"
    r"|(?P<end>(?P<stop>[.!?…])(?=\s|$|[*_“)])|\n[^\S\n]*\n|\n[^\S\n]*(?=[-*+|#>]\s|\d+\.\s))"
)
_TEXT_CUTS = frozenset(("und", "sowie", "aber", "sondern", "während", "bzw", "beziehungsweise"))
_YEARS = range(1900, 2100)


def sentences(prose: str) -> Iterator[Sentence]:
    """Yield the sentences of a prose; rows of tables are left out: their heads say what they mean."""
    clauses: list[Clause] = []
    tokens: list[Token] = []
    opens = ""
    masked, targets = _masked(prose)
    stops = _stops(_lines(prose))
    for match in _TOKEN.finditer(masked):
        word = match["word"] or match["mark"]
        if match["stop"] and match.start() not in stops:
            continue
        if match["end"] is None and word not in _TEXT_CUTS and not match["mark"]:
            tokens.append(_token(match, targets))
            continue
        if tokens or opens == "(":
            clauses.append(Clause(tuple(tokens), opens))
        tokens, opens = [], word or ""
        if match["end"] is not None:
            if clauses:
                yield tuple(clauses)
            clauses = []
    if tokens:
        clauses.append(Clause(tuple(tokens), opens))
    if clauses:
        yield tuple(clauses)


def place_in(prose: str, at: int) -> tuple[int, int]:
    """Return the line and the column of an offset, both counted from 0."""
    before = _lines(prose)[:at]
    return before.count("\n"), at - (before.rfind("\n") + 1)


def _token(match: re.Match[str], targets: list[str]) -> Token:
    text, at = match[0], match.start()
    if match["figure"]:
        return Token(TokenKind.FIGURE, targets[int(text.strip("\x01"))], at)
    if match["quote"]:
        return Token(TokenKind.QUOTE, text, at)
    if match["date"]:
        return Token(TokenKind.YEAR, match["dated"], at)
    if match["word"] or match["abbreviated"]:
        return Token(TokenKind.WORD, text.rstrip("."), at)
    if not match["num"] or match["unit"]:
        return Token(TokenKind.OTHER, text, at)
    whole, _, decimals = re.sub(r"[.\u00a0\u202f]", "", match["num"]).partition(",")
    number = Fraction(f"{whole}.{decimals}" if decimals else whole)
    if match["share"]:
        return Token(TokenKind.SHARE, text, at, number, len(decimals))
    if decimals:
        return Token(TokenKind.OTHER, text, at)
    if len(match["num"]) == 4 and number in _YEARS:
        return Token(TokenKind.YEAR, text, at, number)
    return Token(TokenKind.COUNT, text, at, number)


def _stops(text: str) -> frozenset[int]:
    """Return where the marks stand with which sentences end."""
    spans = sentence_spans(text)
    return frozenset(begin + len(text[begin:end].rstrip(CLOSING)) - 1 for begin, end in spans)


def _lines(prose: str) -> str:
    return prose.replace("\r\n", "\n").replace("\r", "\n")


def _masked(prose: str) -> tuple[str, list[str]]:
    """Put marks of the same length for references, and blanks for rows of tables and for emphasis."""
    lines = re.sub(r"[\x01\x02]", " ", _lines(prose)).split("\n")
    targets: list[str] = []
    for reference in references(prose):
        line, width = lines[reference.line], len(reference.raw)
        mark = "\x02".ljust(width)
        if reference.kind is ReferenceKind.FIGURE:
            mark = f"\x01{len(targets)}\x01".ljust(width)
            targets.append(reference.target)
        end = reference.column + width
        lines[reference.line] = line[: reference.column] + mark + line[end:]
    kept = (" " * len(line) if line.lstrip().startswith("|") else line for line in lines)
    return re.sub(r"\*\*|__|`", "  ", "\n".join(kept)), targets
