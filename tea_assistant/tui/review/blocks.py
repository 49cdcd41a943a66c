"""An item of a review as paragraphs: what it says, what that rests on, and how the chain stands."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from textual.content import Content

from tea_assistant.model.application import Application
from tea_assistant.review.basis import basis
from tea_assistant.review.chain import Level, chain
from tea_assistant.review.items import ItemKind, ReviewItem, signable
from tea_assistant.review.piece import Piece, PieceKind
from tea_assistant.review.quote import place_of_quote
from tea_assistant.review.standing import Standing
from tea_assistant.review.threads import Thread
from tea_assistant.tui.plain import plain
from tea_assistant.tui.review.spots import Block, Spot, Stretch, block
from tea_assistant.tui.review.texts import Passage, in_one, paragraphs, separator
from tea_assistant.tui.review.words import sign_of, word_of

LEVELS = {
    Level.PROOF: "Nachweis",
    Level.MEASURE: "Maßnahme",
    Level.FIGURE: "Kennzahl",
    Level.STATEMENT: "Aussage",
    Level.FIELD: "Teil",
    Level.APPLICATION: "Gesamt",
}
_SECTIONS = {PieceKind.MEASURE: "Maßnahmen", PieceKind.PROOF: "Nachweise", PieceKind.FIGURE: "Kennzahlen"}
_OWN_OF = {ItemKind.MEASURE: PieceKind.MEASURE, ItemKind.FIGURE: PieceKind.FIGURE}
"""Of which kind the pieces are that an item itself consists of, where they are no texts of its own."""
_KEPT = "review_items_behind"
_EMPTY = "Hier steht noch kein Text."


def section(title: str) -> Block:
    """Return a heading."""
    return block(plain(title, "bold $text-primary"))


def statement_blocks(application: Application, item: ReviewItem, threads: Sequence[Thread]) -> list[Block]:
    """Return what an item says, each sentence a spot, with the numbers of the comments on it."""
    pieces = [p for p in basis(application, item) if p.kind is _OWN_OF.get(item.kind, PieceKind.OWN)]
    marks = _Marks(basis(application, item), threads)
    alone = len(pieces) == 1
    blocks: list[Block] = []
    for piece in pieces:
        shown = list(_piece(application, item, piece, marks))
        if not shown and not alone:
            continue
        if not alone and item.kind is not ItemKind.FIGURE:
            blocks.append(block(plain(_own_title(item, piece), "$text-muted")))
            shown = [Block(each.stretches, each.apart and at > 0) for at, each in enumerate(shown)]
        blocks += shown
    return blocks or [block(plain(_EMPTY, "$text-muted italic"))]


def part_blocks(standings: Sequence[Standing]) -> list[Block]:
    """Return what a part consists of, with where each item stands."""
    blocks = []
    for each in standings:
        sign, style = sign_of(each)
        word, word_style = word_of(each)
        spot = Spot(f"item|{each.item.key}", each.item.key, each.item.title)
        text = plain(f"{sign} ", style) + plain(each.item.title) + plain(f"  {word}", word_style)
        blocks.append(block(text, spot, apart=False))
    return blocks or [block(plain("Hier gibt es nichts freizugeben, nur anzumerken.", "$text-muted"))]


def basis_blocks(application: Application, item: ReviewItem) -> list[Block]:
    """Return what an item rests on: measures, proofs and figures, and the chain with its states."""
    own = _OWN_OF.get(item.kind, PieceKind.OWN)
    pieces = [piece for piece in basis(application, item) if piece.kind not in (own, PieceKind.OWN)]
    blocks: list[Block] = []
    for kind, title in _SECTIONS.items():
        of_kind = [piece for piece in pieces if piece.kind is kind]
        if of_kind:
            blocks.append(section(title))
            blocks += _MAKERS[kind](application, item, of_kind)
    if not pieces and item.kind in (ItemKind.CRITERION, ItemKind.OWN_CRITERION, ItemKind.MEASURE):
        what = "kein Nachweis" if item.kind is ItemKind.MEASURE else "keine Maßnahme"
        blocks.append(block(plain(f"Dahinter steht {what}.", "$text-warning")))
    return [*blocks, section("Kette"), *_chain(application, item)]


def behind(application: Application) -> Mapping[tuple[ItemKind, str], str]:
    """Return the keys of the measures and figures that are items of their own, by kind and id."""
    kept = application.kept
    if _KEPT not in kept:
        kinds = (ItemKind.MEASURE, ItemKind.FIGURE)
        kept[_KEPT] = {(i.kind, i.name): i.key for i in signable(application) if i.kind in kinds}
    found: Mapping[tuple[ItemKind, str], str] = kept[_KEPT]
    return found


class _Marks:
    """Where the open comments on an item point to."""

    def __init__(self, pieces: Sequence[Piece], threads: Sequence[Thread]) -> None:
        self._places = [
            (number, place)
            for number, thread in enumerate(threads, 1)
            if thread.is_open
            and thread.comment.quote
            and (place := place_of_quote(pieces, thread.comment.quote))
        ]

    def at(self, piece: Piece, begin: int, end: int) -> Content:
        """Return the numbers of the comments on a stretch of a piece."""
        found = [
            number
            for number, place in self._places
            if place.piece == piece.key and place.begin < end and begin < place.end
        ]
        return plain("".join(f" »{number}" for number in found), "bold $text-accent")


def _piece(application: Application, item: ReviewItem, piece: Piece, marks: _Marks) -> Iterator[Block]:
    for at, passages in enumerate(paragraphs(application, piece)):
        stretches: list[Stretch] = []
        for passage in passages:
            if stretches:
                stretches.append(Stretch(plain(separator(piece.text, passage), lines=True)))
            stretches.append(_sentence(item, piece, passage))
            if mark := marks.at(piece, *passage[0]):
                stretches.append(Stretch(mark))
        yield Block(tuple(stretches), apart=at == 0 or not piece.meaning)


def _sentence(item: ReviewItem, piece: Piece, passage: Passage) -> Stretch:
    (begin, end), read = passage
    quote = " ".join(piece.text[begin:end].split()) if piece.kind is not PieceKind.FIGURE else ""
    spot = Spot(f"{piece.key}|{begin}", item.key, "Satz" if quote else piece.title, quote)
    return Stretch(plain(read, lines=True), spot)


def _own_title(item: ReviewItem, piece: Piece) -> str:
    return piece.title.removeprefix(f"{item.title}: ")


def _measures(application: Application, item: ReviewItem, pieces: Sequence[Piece]) -> Iterator[Block]:
    for measure, group in groupby(pieces, key=lambda piece: piece.ref):
        texts = list(group)
        own = behind(application).get((ItemKind.MEASURE, measure), item.key)
        begin = f"measure/{measure}/"
        named = next((p.text for p in texts if p.key == f"{begin}title"), measure)
        spot = Spot(f"to|{own}|{measure}", own, "Maßnahme")
        stretches = [Stretch(plain(" ".join(named.split()), "bold"), spot)]
        for piece in texts:
            if piece.key != f"{begin}title":
                title = piece.title.rpartition(": ")[2]
                read = in_one(application, piece)
                text = plain(f"\n{title}  ", "$text-muted", lines=True) + plain(read, lines=True)
                stretches.append(Stretch(text))
        yield Block(tuple(stretches))


def _proofs(application: Application, item: ReviewItem, pieces: Sequence[Piece]) -> Iterator[Block]:
    for piece in pieces:
        own = behind(application).get((ItemKind.MEASURE, piece.ref), item.key)
        spot = Spot(f"proof|{piece.key}", own, piece.title)
        yield block(plain(in_one(application, piece), lines=True), spot, apart=piece is not pieces[0])


def _figures(application: Application, item: ReviewItem, pieces: Sequence[Piece]) -> Iterator[Block]:
    for piece in pieces:
        own = behind(application).get((ItemKind.FIGURE, piece.ref), item.key)
        spot = Spot(f"figure|{piece.key}", own, f"Kennzahl {piece.title}")
        yield block(plain(f"{piece.title}: ") + plain(piece.text, "bold"), spot, apart=False)


def _chain(application: Application, item: ReviewItem) -> Iterator[Block]:
    for at, step in enumerate(chain(application, item)):
        sign, style = ("✓", "$text-success") if step.holds else ("○", "$text-warning")
        text = plain(f"{sign} ", style) + plain(f"{LEVELS[step.level]} ", "$text-muted")
        text += plain(" ".join(step.title.split())) + plain(f" – {step.state}", style)
        spot = Spot(f"step|{at}|{step.key}", step.key or item.key, LEVELS[step.level])
        yield block(text, spot, apart=False)


_MAKERS = {PieceKind.MEASURE: _measures, PieceKind.PROOF: _proofs, PieceKind.FIGURE: _figures}
