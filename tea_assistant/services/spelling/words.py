"""Takes a prose apart into what a dictionary is asked about: no references, addresses or numbers."""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.patterns import regex

_NOT_READ = regex(
    r"\{\{.*?\}\}|\[\[.*?\]\]|\]\([^)\n]*\)|<[^>\s]+>|`[^`\n]*`|(?:https?://|www\.)\S+|[^\s@]+@\S+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:de|org|eu|com|net)\b(?:/\S*)?"
)
"""References, what a link leads to, addresses, and what is to be printed as it stands."""
_LETTER = "(?:[^\\W_]|[\u0300-\u036f\u00ad])"
_TOKEN = regex(rf"[^\W_](?:{_LETTER}|(?:\\?[*:_·]|/-?|[.'’-])(?=[^\W_]))*")
_PART = regex(rf"(?:{_LETTER}|\\?[*:_·'’.]|/(?!-?[A-ZÄÖÜ])-?)+")
"""„Frauen/Männer“ are two words, „Kolleg/innen“ one."""
_MARK = regex(r"\\?[*:_·/]-?")
_BINNEN_I = regex(r"(?<=[a-zäöüß])I(?=nn?)")
_SHORT = 3
"""Letters between the points of a short form such as „i.d.R.“."""


class Piece(Struct, frozen=True):
    """A word, or a part of one between hyphens, as it is written."""

    start: int
    """The offset in the prose."""
    written: str
    hyphened: bool = False
    """Whether it is only a part of a word."""

    @property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The ways to read it, each as the words that all have to be known."""
        word = unicodedata.normalize("NFC", self.written.replace("\u00ad", "").replace("’", "'"))
        apart = tuple(part for part in _MARK.split(word.replace(".", "/")) if part)
        # „Kolleg*innen“ are „Kolleginnen“, „und/oder“ are two words.
        return (_BINNEN_I.sub("i", _MARK.sub("", word)),), apart

    @property
    def name(self) -> str:
        """The word to ask for, without gender marks."""
        return self.forms[0][0]


def pieces(prose: str) -> Iterator[Piece]:
    """Yield what a dictionary can know, in the order of the text."""
    read = _NOT_READ.sub(lambda found: " " * len(found.group()), prose)
    for token in _TOKEN.finditer(read):
        parts = list(_PART.finditer(token.group()))
        before, after = read[: token.start()][-1:], read[token.end() :][:1]
        hyphened = len(parts) > 1 or "-" in (before, after)
        counted = False
        for part in parts:
            written = part.group()
            number, counted = counted, any(character.isdigit() for character in written)
            # „19-jährige“ goes on from a number.
            if not (number or counted or _is_short_form(written)):
                yield Piece(token.start() + part.start(), written, hyphened)


def _is_short_form(written: str) -> bool:
    letters = written.rstrip("s")
    inner = written.split(".")
    return len(written) < 2 or letters.isupper() or (len(inner) > 1 and max(map(len, inner)) <= _SHORT)


def written_as(written: str, other: str) -> str:
    """Return another word with the gender mark of the one written; empty where that has no place in it."""
    marks = list(_MARK.finditer(written)) or list(_BINNEN_I.finditer(written))
    if len(marks) != 1:
        return "" if marks else other
    [mark] = marks
    # The capital I stands for a letter, all other marks beside them.
    letter = "i" if mark.group() == "I" else ""
    lead, tail = written[: mark.start()] + letter, letter + written[mark.end() :]
    before, after = other.removesuffix(tail), other.removeprefix(lead)
    if after != other and after.isalpha():
        return f"{written[: mark.start()]}{mark.group()}{after}"
    if before != other and before.isalpha():
        return f"{before}{mark.group()}{written[mark.end() :]}"
    return ""
