"""The chain from proof to application, as it holds for one item, each link with its state."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.dossier import Attachment
from tea_assistant.model.evidence import Evidence, EvidenceState, Proof
from tea_assistant.review.basis import basis
from tea_assistant.review.items import ItemKind, ReviewItem, item_of, signable
from tea_assistant.review.piece import PieceKind
from tea_assistant.review.requirements import signed_by

_KEPT = "review_measure_keys"
_STATEMENTS = (ItemKind.CRITERION, ItemKind.OWN_CRITERION, ItemKind.TEXT)


class Level(StrEnum):
    """The links of the chain, from below."""

    PROOF = "proof"
    MEASURE = "measure"
    FIGURE = "figure"
    STATEMENT = "statement"
    FIELD = "field"
    APPLICATION = "application"


class Step(Struct, frozen=True):
    """One link of the chain."""

    level: Level
    title: str
    state: str
    """In German how it stands."""
    holds: bool
    """Whether what rests on it can rest on it."""
    key: str = ""
    """Of the item, where the link is one."""


def chain(application: Application, item: ReviewItem) -> tuple[Step, ...]:
    """Return the links around an item: its proofs, measures and figures first, the application last."""
    return tuple(_steps(application, item))


def _steps(application: Application, item: ReviewItem) -> Iterator[Step]:
    yield from _below(application, item)
    if item.kind is ItemKind.MEASURE:
        for link in application.links.get(item.name, ()):
            if statement := item_of(application, f"{link.field}/{link.criterion}"):
                yield _signed(application, Level.STATEMENT, statement)
        parts = dict.fromkeys(link.field for link in application.links.get(item.name, ()))
    else:
        if item.kind in _STATEMENTS:
            yield _signed(application, Level.STATEMENT, item)
        parts = dict.fromkeys([item.part])
    for part in parts:
        if whole := item_of(application, part):
            yield _counted(application, Level.FIELD, whole.part_title, part)
    title = f"Bewerbung {application.cycle.id}"
    yield _counted(application, Level.APPLICATION, title, "")


def _below(application: Application, item: ReviewItem) -> Iterator[Step]:
    pieces = basis(application, item)
    measures = dict.fromkeys(p.ref for p in pieces if p.kind is PieceKind.MEASURE and p.ref)
    for measure in measures:
        if evidence := application.dossier.evidence.get(measure):
            for proof in evidence.proofs:
                yield _proof(application, proof)
            yield _measure(application, evidence)
    if item.kind is ItemKind.DOCUMENTS:
        for proof in application.cycle.documents:
            yield _proof(application, proof)
    for piece in pieces:
        if piece.kind is PieceKind.FIGURE:
            known = piece.text != "–"
            yield Step(Level.FIGURE, piece.title, piece.text if known else "kein Wert", known)


def _proof(application: Application, proof: Proof) -> Step:
    found = application.dossier.attachments.get(proof.file) if proof.file else None
    state, holds = _file(proof, found) if proof.file else _address(proof)
    return Step(Level.PROOF, proof.title or proof.file or proof.url, state, holds)


def _file(proof: Proof, found: Attachment | None) -> tuple[str, bool]:
    if found is None or not found.inside:
        return "liegt außerhalb der Mappe", False
    if not found.exists:
        return "Datei fehlt", False
    if proof.sha256 and found.sha256 and proof.sha256.lower() != found.sha256.lower():
        return "seit dem Anhängen geändert", False
    return "liegt vor", True


def _address(proof: Proof) -> tuple[str, bool]:
    return ("Internetadresse", True) if proof.url else ("weder Datei noch Internetadresse", False)


def _measure(application: Application, evidence: Evidence) -> Step:
    state = evidence.in_cycle(application.cycle.id).state
    named = application.labels.value("evidence", "cycles", "state", state.value) if state else "ohne Stand"
    told = named if evidence.proofs else f"{named}, ohne Nachweis"
    holds = bool(evidence.proofs) and state not in (None, EvidenceState.OPEN, EvidenceState.ENDED)
    key = _keys(application).get(evidence.id, "")
    return Step(Level.MEASURE, evidence.title or evidence.id, told, holds, key)


def _keys(application: Application) -> Mapping[str, str]:
    """Return the keys of the measures that are items, by id."""
    kept = application.kept
    if _KEPT not in kept:
        kept[_KEPT] = {i.name: i.key for i in signable(application) if i.kind is ItemKind.MEASURE}
    found: Mapping[str, str] = kept[_KEPT]
    return found


def _signed(application: Application, level: Level, item: ReviewItem) -> Step:
    names = [" ".join(review.name.split()) or review.id for review in signed_by(application, item)]
    state = f"freigegeben von {', '.join(names)}" if names else "nicht freigegeben"
    return Step(level, item.title, state, bool(names), item.key)


def _counted(application: Application, level: Level, title: str, part: str) -> Step:
    items = signable(application, part)
    signed = sum(bool(signed_by(application, item)) for item in items)
    state = f"{signed} von {len(items)} Stellen freigegeben"
    return Step(level, title, state, bool(items) and signed == len(items), part)
