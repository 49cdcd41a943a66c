"""Numbers of people and percentages as they are typed in German prose."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from tea_assistant.patterns import regex
from tea_assistant.prose.scan import references
from tea_assistant.prose.sentences import sentence_spans

# A count from 1.000 on, with its point or without; what looks like a year needs the point.
_NUMBER = regex(
    r"(?<![\d.,])(?:"
    r"(?P<share>\d{1,3}(?:,\d{1,2})?)[ \u00a0\u202f]?(?:%|Prozent\b)"
    r"|(?P<count>[1-9]\d{0,2}(?:[.\u00a0\u202f]\d{3}){1,2}|(?!(?:19|20)\d\d(?!\d))[1-9]\d{3,7})"
    r")(?![\d]|[.,]\d)"
)
_LINE_END = regex(r"\n")
_PARAGRAPH_END = regex(r"\n[^\S\n]*\n\s*")


class TypedNumber(Struct, frozen=True):
    """A number that somebody typed instead of referring to a figure."""

    raw: str
    number: Fraction
    digits: int
    is_share: bool
    line: int
    column: int
    """Both counted from 0."""
    sentence: str
    paragraph: str


@lru_cache(maxsize=1024)
def typed_numbers(prose: str) -> tuple[TypedNumber, ...]:
    """Return the percentages and the counts from 1.000 on that are typed in a prose, references left out.

    They are kept, as a check after each edit meets the same texts again.
    """
    return tuple(_typed_numbers(prose))


def _typed_numbers(prose: str) -> Iterator[TypedNumber]:
    masked = _without_references(prose)
    lines, paragraphs = (_Pieces(masked, _between(masked, end)) for end in (_LINE_END, _PARAGRAPH_END))
    # Where a reference begins a sentence, blanks would hide that.
    sentences = _Pieces(masked, list(sentence_spans(_lines(prose))))
    for match in _NUMBER.finditer(masked):
        written = match["share"] or re.sub(r"[.\u00a0\u202f]", "", match["count"])
        whole, _, decimals = written.partition(",")
        at = match.start()
        yield TypedNumber(
            match[0],
            Fraction(f"{whole}.{decimals}" if decimals else whole),
            len(decimals),
            match["share"] is not None,
            lines.index(at),
            at - lines.start(at),
            sentences.around(at),
            paragraphs.around(at),
        )


class _Pieces:
    """A text cut into pieces; found once, so that a text full of numbers is read in linear time."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        self._text = text
        self._starts = [begin for begin, _ in spans]
        self._ends = [end for _, end in spans]

    def index(self, offset: int) -> int:
        """Return which piece an offset stands in."""
        return bisect_right(self._starts, offset) - 1

    def start(self, offset: int) -> int:
        """Return where the piece around an offset begins."""
        return self._starts[self.index(offset)]

    def around(self, offset: int) -> str:
        """Return the piece that an offset stands in."""
        return self._text[self.start(offset) : self._ends[self.index(offset)]]


def _between(text: str, end: re.Pattern[str]) -> list[tuple[int, int]]:
    cuts = [match.span() for match in end.finditer(text)]
    return list(
        zip((0, *(after for _, after in cuts)), (*(before for before, _ in cuts), len(text)), strict=True)
    )


def _lines(prose: str) -> str:
    return prose.replace("\r\n", "\n").replace("\r", "\n")


def _without_references(prose: str) -> str:
    """Blank out the references, so that everything else stays where it is."""
    lines = _lines(prose).split("\n")
    for reference in references(prose):
        line = lines[reference.line]
        end = reference.column + len(reference.raw)
        lines[reference.line] = line[: reference.column] + " " * len(reference.raw) + line[end:]
    return "\n".join(lines)
