"""The words of an item as a reader of the application will see them, sentence by sentence."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from tea_assistant.document.plain import plain_prose
from tea_assistant.document.references import resolver
from tea_assistant.model.application import Application
from tea_assistant.patterns import regex
from tea_assistant.prose.resolver import Resolver
from tea_assistant.prose.sentences import sentence_spans
from tea_assistant.review.basis import basis
from tea_assistant.review.items import ReviewItem
from tea_assistant.review.piece import Piece, PieceKind
from tea_assistant.review.standing import PieceChange

_KEPT = "review_resolver"
_PARAGRAPHS = regex(r"\S.*?(?=\n[^\S\n]*\n|\Z)", re.DOTALL)
_ENTRY = regex(r"[-*+] |\d+[.)] ")
_SUM = regex(r"Prüfsumme ([0-9a-f]{12})[0-9a-f]{52}")

Span = tuple[int, int]
Passage = tuple[Span, str]
"""Where something stands in the text of a piece, and how it reads."""


def is_prose(piece: Piece) -> bool:
    """Tell whether a piece is written as prose, and not put together from values."""
    return piece.kind in (PieceKind.OWN, PieceKind.MEASURE) and not piece.meaning


def paragraphs(application: Application, piece: Piece) -> list[list[Passage]]:
    """Return how a piece reads: its paragraphs, and in each what can be pointed at.

    That is sentences where the text reads the same sentence by sentence, and else whole paragraphs.
    """
    text = piece.text
    if not text.strip():
        return []
    if not is_prose(piece):
        spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
        return [[((a, b), _SUM.sub(r"Prüfsumme \1…", text[a:b]))] for a, b in spans]
    found = _resolver(application)
    whole = _read(text, found)
    for cut in (sentence_spans, _paragraph_spans):
        passages = [(span, _read(text[slice(*span)], found)) for span in cut(text)]
        if _same(" ".join(read for _, read in passages), whole):
            return list(_grouped(text, passages))
    return [[((0, len(text)), whole)]]


def in_one(application: Application, piece: Piece) -> str:
    """Return how a piece reads where nothing in it is pointed at."""
    if is_prose(piece):
        return _read(piece.text, _resolver(application))
    return "\n".join(read for group in paragraphs(application, piece) for _, read in group)


def readable(
    application: Application, item: ReviewItem | None, changes: Sequence[PieceChange]
) -> list[PieceChange]:
    """Return changes as a reader of the application meets them: titles and figures instead of references.

    What differs only in how it is written stays as it is written.
    """
    pieces = {piece.key: piece for piece in basis(application, item)} if item else {}
    found = _resolver(application)
    shown = []
    for change in changes:
        piece = pieces.get(change.key)
        if piece and is_prose(piece) and change.old is not None:
            read = replace(change, old=_read(change.old, found), new=_read(change.new, found))
            shown.append(read if read.old != read.new else change)
        else:
            shown.append(change)
    return shown


def separator(text: str, passage: Passage) -> str:
    """Return what stands before a passage that is not the first of its paragraph."""
    (begin, _), read = passage
    return "\n" if _ENTRY.match(text, begin) or _ENTRY.match(read) else " "


def _read(text: str, found: Resolver) -> str:
    return plain_prose(text, found)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _paragraph_spans(text: str) -> Iterator[Span]:
    return (match.span() for match in _PARAGRAPHS.finditer(text))


def _grouped(text: str, passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    group: list[Passage] = []
    for passage in passages:
        between = text[group[-1][0][1] : passage[0][0]] if group else ""
        if between.count("\n") > 1:
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _resolver(application: Application) -> Resolver:
    kept = application.kept
    if _KEPT not in kept:
        no_address: Callable[[str], str] = lambda _: ""  # noqa: E731 (nothing to follow in a terminal)
        kept[_KEPT] = resolver(application, no_address)
    found: Resolver = kept[_KEPT]
    return found
