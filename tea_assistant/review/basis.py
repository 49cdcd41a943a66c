"""What an item rests on: its own words, the measures behind it with their proofs, and its figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tea_assistant.figures.publication import Publication, published
from tea_assistant.figures.published_text import published_text
from tea_assistant.model.application import Application
from tea_assistant.model.cycle import CriterionAnswer, OwnCriterion
from tea_assistant.model.evidence import Evidence
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import references
from tea_assistant.review.facts import figures_source, organisation_facts
from tea_assistant.review.items import ItemKind, ReviewItem
from tea_assistant.review.measure import measure_pieces, mention_piece, proof_piece
from tea_assistant.review.piece import Piece, PieceKind

_KEPT = "review_basis"
_PUBLICATION = "review_publication"
_STATEMENT = "statement"


def basis(application: Application, item: ReviewItem) -> tuple[Piece, ...]:
    """Return all that a reviewer sees at an item, in the order of reading; nothing for a part as a whole."""
    kept: dict[str, tuple[Piece, ...]] = application.kept.setdefault(_KEPT, {})
    if item.key not in kept:
        kept[item.key] = tuple(_pieces(application, item))
    return kept[item.key]


def prose_of(pieces: Sequence[Piece]) -> str:
    """Return the item's own words, without measures and figures."""
    return "\n\n".join(piece.text for piece in pieces if piece.kind is PieceKind.OWN and piece.text)


def _pieces(application: Application, item: ReviewItem) -> Iterator[Piece]:
    of_kind = _BASES.get(item.kind)
    if of_kind is None:
        return
    found = {piece.key: piece for piece in of_kind(application, item)}
    for piece in tuple(found.values()):
        for evidence in _mentioned(application, piece.text if piece.kind is PieceKind.MEASURE else ""):
            if f"measure/{evidence.id}/title" not in found:
                mention = mention_piece(application, evidence)
                found[mention.key] = mention
    yield from found.values()
    prose = [piece.text for piece in found.values() if piece.kind in (PieceKind.OWN, PieceKind.MEASURE)]
    for figure in _figures(application, prose):
        if figure.key not in found:
            yield figure


def _text(application: Application, item: ReviewItem) -> Iterator[Piece]:
    text = _text_of(application, item)
    yield Piece("text", item.title, text)
    yield from _measures(application, (), text)


def _text_of(application: Application, item: ReviewItem) -> str:
    match item.path:
        case ("about",):
            return application.organisation.about
        case ("understanding", str(prompt)):
            return application.cycle.understanding.get(prompt, "")
        case ("opening",):
            return application.answer(item.part).opening
        case ("closing",):
            return application.answer(item.part).closing
    return ""


def _criterion(application: Application, item: ReviewItem) -> Iterator[Piece]:
    said = application.answer(item.part).criteria.get(item.name, CriterionAnswer())
    labels = application.labels
    title = labels.key("field", "criteria", "applies")
    yield Piece("applies", title, "ja" if said.applies else "nein", meaning=str(said.applies))
    if said.applies:
        yield from _described(application, said)
    elif said.because.strip():
        yield Piece("because", labels.key("field", "criteria", "because"), said.because)


def _own_criterion(application: Application, item: ReviewItem) -> Iterator[Piece]:
    _, at, *_ = item.path
    assert isinstance(at, int)
    own = application.answer(item.part).own_criteria[at]
    yield Piece("title", application.labels.key("field", "own_criteria", "title"), own.title)
    yield from _described(application, own)


def _described(application: Application, said: CriterionAnswer | OwnCriterion) -> Iterator[Piece]:
    yield Piece(_STATEMENT, application.labels.key("field", "criteria", _STATEMENT), said.statement)
    yield from _measures(application, said.evidence, said.statement)


def _measures(application: Application, linked: Sequence[str], prose: str) -> Iterator[Piece]:
    """Yield the measures that are linked, and then those that the text mentions."""
    known = application.dossier.evidence
    measures = [known[evidence_id] for evidence_id in linked if evidence_id in known]
    for evidence in {each.id: each for each in (*measures, *_mentioned(application, prose))}.values():
        yield from measure_pieces(application, evidence)


def _mentioned(application: Application, prose: str) -> Iterator[Evidence]:
    for reference in references(prose):
        evidence = application.dossier.evidence.get(reference.target)
        if evidence and reference.closed and reference.kind is ReferenceKind.EVIDENCE:
            yield evidence


def _measure(application: Application, item: ReviewItem) -> Iterator[Piece]:
    if evidence := application.dossier.evidence.get(item.name):
        yield from measure_pieces(application, evidence)


def _documents(application: Application, _item: ReviewItem) -> Iterator[Piece]:
    for proof in application.cycle.documents:
        yield proof_piece(application, proof, "documents")


def _figure(application: Application, item: ReviewItem) -> Iterator[Piece]:
    yield _figure_piece(application, item.name, "history")


def _figures(application: Application, texts: Sequence[str]) -> Iterator[Piece]:
    """Yield the figures that texts print, each form once."""
    found = [r for text in texts for r in references(text) if r.closed and r.kind is ReferenceKind.FIGURE]
    for target, form in dict.fromkeys((reference.target, reference.form) for reference in found):
        if target in application.catalogue.indicators:
            yield _figure_piece(application, target, form)


def _figure_piece(application: Application, indicator: str, form: str) -> Piece:
    publication: Publication = application.kept.setdefault(_PUBLICATION, published(application))
    known = application.catalogue.indicators[indicator]
    text = published_text(publication, indicator, form) or "–"
    key = f"figure/{indicator}|{form}" if form else f"figure/{indicator}"
    return Piece(key, known.title, text, PieceKind.FIGURE, ref=indicator)


_BASES: Mapping[ItemKind, Callable[[Application, ReviewItem], Iterator[Piece]]] = {
    ItemKind.FACTS: lambda application, _item: organisation_facts(application),
    ItemKind.TEXT: _text,
    ItemKind.CRITERION: _criterion,
    ItemKind.OWN_CRITERION: _own_criterion,
    ItemKind.DOCUMENTS: _documents,
    ItemKind.FIGURE: _figure,
    ItemKind.SOURCE: lambda application, _item: figures_source(application),
    ItemKind.MEASURE: _measure,
}
