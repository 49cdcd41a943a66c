"""Cuts a prose into sentences, clauses and tokens: words, numbers, years and references to figures."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache

from msgspec import Struct

from tea_assistant.patterns import regex
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import references
from tea_assistant.prose.sentences import CLOSING, sentence_spans, sure_ends


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


class Token(Struct, frozen=True):
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


class Clause(Struct, frozen=True):
    """A part of a sentence between its marks, or before and after „und“."""

    tokens: tuple[Token, ...]
    opens: str = ""
    """What it follows: a mark or the word „und“; empty at the beginning."""

    @property
    def has_number(self) -> bool:
        """Tell whether it holds a figure of its own, typed or referred to."""
        return any(token.is_number or token.kind is TokenKind.FIGURE for token in self.tokens)


Sentence = tuple[Clause, ...]


class Passage(Struct, frozen=True, dict=True):
    """A stretch of whole sentences in a prose, read when somebody asks."""

    lines: str
    """The whole prose."""
    masked: str
    """The same with marks in the place of references, and nothing that is not read."""
    targets: tuple[str, ...]
    """What the references to figures mean, in their order."""
    begin: int
    end: int

    @property
    def text(self) -> str:
        """What is read of it."""
        return self.masked[self.begin : self.end]

    @property
    def has_figure(self) -> bool:
        """Tell whether a figure is referred to in it."""
        return _FIGURE in self.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return tuple(_sentences(self))


_FIGURE, _MEASURE = "\x01", "\x02"
"""They stand in the place of references."""
_AROUND = 16
"""Characters before a cut that have to be what the author wrote, too."""
_GAP = r"[ \u00a0\u202f]"
_MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
WORD = r"[^\W\d_]+(?:[*:_]in(?:nen)?)?(?:-[^\W\d_]+(?:[*:_]in(?:nen)?)?)*"
"""The pattern of a word, with its gender star."""
_QUOTED = r"[„»\"][^“”«\"\n]{0,300}(?:\n[^“”«\"\n]{0,300})?[“”«\"]"
_TOKEN = regex(
    r"(?P<figure>\x01\d+\x01)"
    r"|(?P<measure>\x02)"
    rf"|(?P<quote>{_QUOTED})"
    rf"|(?P<date>\b\d{{1,2}}\.{_GAP}?(?:\d{{1,2}}\.{_GAP}?|(?:{_MONTH}){_GAP}?)(?P<dated>(?:19|20)\d\d)\b)"
    rf"|(?P<span>\b\d[\d.,]*{_GAP}*(?:[-–]|bis){_GAP}*\d[\d.,]*{_GAP}*(?:%|Prozent)\w*)"
    rf"|(?P<range>\b[Zz]wischen\s+\d[\d.,]*{_GAP}*(?:%|Prozent)?\s+und\s+\d[\d.,]*{_GAP}*(?:%|Prozent)\w*)"
    r"|(?P<num>(?<![\w.,/§:–-])(?:\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d{1,12})(?:,\d{1,4})?(?![\d/]|[.,:–-]\d))"
    rf"(?P<share>{_GAP}*(?:%|Prozent\b|v\.{_GAP}?H\.|vom{_GAP}Hundert))?(?P<unit>{_GAP}*Prozentpunkte?n?|{_GAP}*[€°]|-\w+)?"
    r"|(?P<junk>\d[\d.,:/–-]*)"
    r"|(?P<abbreviated>\b(?:ca|rd|bzw|inkl|vgl|Nr|Dr|z\.\s?B|d\.\s?h|u\.\s?a)\.)"
    rf"|(?P<word>{WORD})"
    r"|(?P<mark>[,;:()|–—])"
    r"|(?P<end>(?P<stop>[.!?…])(?=\s|$|[*_“)])|\n[^\S\n]*\n|\n[^\S\n]*(?=[-*+|#>]\s|\d+\.\s))"
)
_QUOTE = regex(_QUOTED)
_TEXT_CUTS = frozenset(("und", "sowie", "aber", "sondern", "während", "bzw", "beziehungsweise"))
_YEARS = range(1900, 2100)


def sentences(prose: str) -> Iterator[Sentence]:
    """Yield the sentences of a prose; rows of tables are left out: their heads say what they mean."""
    for passage in passages(prose):
        yield from passage.sentences


@lru_cache(maxsize=1024)
def passages(prose: str) -> tuple[Passage, ...]:
    """Return the passages of a prose; kept, as a check after each edit meets the same texts again."""
    lines = _lines(prose)
    masked, targets = _masked(prose)
    cuts = _cuts(lines, masked)
    spans = zip((0, *cuts), (*cuts, len(masked)), strict=True)
    return tuple(Passage(lines, masked, tuple(targets), begin, end) for begin, end in spans)


def hides(prose: str) -> bool:
    """Tell whether something in a prose is not read as it stands: references, code, emphasis, tables."""
    return (
        "{{" in prose
        or "[[" in prose
        or "|" in prose
        or "`" in prose
        or "**" in prose
        or "__" in prose
        or "\r" in prose
        or _FIGURE in prose
        or _MEASURE in prose
    )


def passages_around(prose: str, offsets: Iterable[int]) -> Iterator[str]:
    """Yield the passages with some offsets, given in their order, of a prose that hides nothing."""
    cuts: list[int] | None = None
    end = -1
    for offset in offsets:
        if offset >= end:
            cuts = [*_cuts(prose, prose), len(prose)] if cuts is None else cuts
            at = bisect(cuts, offset)
            begin, end = cuts[at - 1] if at else 0, cuts[at]
            yield prose[begin:end]


def _cuts(lines: str, masked: str) -> list[int]:
    """Return where a sentence surely ends: not in a quotation, nor where something else was written."""
    if len(lines) != len(masked):
        return []
    ends = sure_ends(lines)
    if lines != masked:
        begins = (0, *ends)
        arounds = [
            slice(max(end - _AROUND, begin), end + 1) for begin, end in zip(begins, ends, strict=False)
        ]
        ends = [end for end, at in zip(ends, arounds, strict=True) if lines[at] == masked[at]]
    edges = [at for match in _QUOTE.finditer(masked) for at in (match.start() + 1, match.end())]
    # Behind an odd number of edges is the inside of a quotation.
    return [end for end in ends if not bisect(edges, end) % 2] if edges else ends


def _sentences(passage: Passage) -> Iterator[Sentence]:
    clauses: list[Clause] = []
    tokens: list[Token] = []
    opens = ""
    stops = _stops(passage)
    for match in _TOKEN.finditer(passage.masked, passage.begin, passage.end):
        word = match["word"] or match["mark"]
        if match["stop"] and match.start() not in stops:
            continue
        if match["end"] is None and word not in _TEXT_CUTS and not match["mark"]:
            tokens.append(_token(match, passage.targets))
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


def _token(match: re.Match[str], targets: tuple[str, ...]) -> Token:
    text, at = match[0], match.start()
    if match["figure"]:
        return Token(TokenKind.FIGURE, targets[int(text.strip(_FIGURE))], at)
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


def _stops(passage: Passage) -> frozenset[int]:
    """Return where the marks stand with which sentences end."""
    text = passage.lines[passage.begin : passage.end]
    spans = sentence_spans(text)
    return frozenset(passage.begin + begin + len(text[begin:end].rstrip(CLOSING)) - 1 for begin, end in spans)


def _lines(prose: str) -> str:
    return prose.replace("\r\n", "\n").replace("\r", "\n")


def _masked(prose: str) -> tuple[str, list[str]]:
    """Put marks of the same length for references, and blanks for rows of tables and for emphasis."""
    text = _lines(prose).replace(_FIGURE, " ").replace(_MEASURE, " ")
    targets: list[str] = []
    found = references(prose)
    if found or "|" in text:
        lines = text.split("\n")
        for reference in found:
            line, width = lines[reference.line], len(reference.raw)
            mark = _MEASURE.ljust(width)
            if reference.kind is ReferenceKind.FIGURE:
                mark = f"{_FIGURE}{len(targets)}{_FIGURE}".ljust(width)
                targets.append(reference.target)
            end = reference.column + width
            lines[reference.line] = line[: reference.column] + mark + line[end:]
        text = "\n".join(" " * len(line) if line.lstrip().startswith("|") else line for line in lines)
    for mark in ("**", "__", "`"):
        text = text.replace(mark, "  ")
    return text, targets
