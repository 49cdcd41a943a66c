"""What a document proposes: its goals and measures, each with a suggested field, its facts and its place."""

from collections.abc import Iterator

from msgspec.structs import replace

from tea_assistant.importing.catalogue_words import CatalogueWords, catalogue_words
from tea_assistant.importing.measure_names import is_bare
from tea_assistant.importing.measure_tables import lists_measures, tabled_passages
from tea_assistant.importing.passages import Passage, labelled_passages
from tea_assistant.importing.proposals.dates import since_of, term_of, until_of
from tea_assistant.importing.proposals.keys import with_keys
from tea_assistant.importing.proposals.law import legal_character_of
from tea_assistant.importing.proposals.people import (
    audience_of,
    participants_of,
    partners_of,
    responsible_of,
    target_groups_of,
)
from tea_assistant.importing.proposals.results import results_of
from tea_assistant.importing.proposals.titles import title_of_measure
from tea_assistant.importing.suggestions import Suggestion, suggest
from tea_assistant.importing.told_measures import told_passages
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.evidence import LegalCharacter
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.source_document import BlockKind, Region, SourceDocument
from tea_assistant.patterns import regex

_TOLD = 0.75
"""Of the certainty that a labelled item has: what running text tells may be no measure at all."""
_PLANNED = regex(
    r"\b(?:soll(?:en|te)?|geplant|in Planung|angestrebt|vorgesehen|geprüft werden|Einführung|Erprobung|"
    r"Aufnahme von)\b"
)
_PERSON = regex(r"\b(?:Dr\.|Prof\.|Herrn?|Frau)\s(?:Dr\.\s|Prof\.\s)*[A-ZÄÖÜ][a-zäöüß]+(?:[\s-][A-ZÄÖÜ]\w+)?")
_READ = 4_000
"""Characters of a passage in which facts are looked for; no measure is told at greater length."""
_NO_TABLES = (Region.CONTENTS, Region.LAW)


def propose(document: SourceDocument, catalogue: Catalogue, sector: str = "") -> tuple[Proposal, ...]:
    """Return the goals and measures of a document's body in its order.

    Contents, annexes and laws propose nothing; only fields that are asked of the sector are suggested.
    """
    words = catalogue_words(catalogue, sector)
    found = [*labelled_passages(document), *tabled_passages(document), *told_passages(document)]
    passages = sorted(found, key=lambda passage: passage.blocks)
    # A title may come out otherwise in another version of the program; the source's own words stay.
    return tuple(
        with_keys(
            (f"{passage.name} {passage.text}", _proposal(document, passage, words)) for passage in passages
        )
    )


def propose_tables(document: SourceDocument) -> tuple[Proposal, ...]:
    """Return a pointer to each table that the audit of figures may read, those of the annexes included."""
    found = []
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.TABLE or block.grid is None or block.region in _NO_TABLES:
            continue
        if block.region is Region.BODY and lists_measures(block.grid):
            continue
        pointer = Proposal(
            ProposalKind.FIGURE,
            "",
            title=block.grid.title or block.heading or "Tabelle ohne Überschrift",
            text=block.text,
            origin=document.origin_of(block),
            blocks=(number,),
        )
        found.append((block.text, pointer))
    return tuple(with_keys(found))


def _proposal(document: SourceDocument, passage: Passage, words: CatalogueWords) -> Proposal:
    block = document.blocks[passage.blocks[0]]
    text, named = passage.text[:_READ], bool(passage.name)
    suggestion = suggest(passage.name if named else text, block.headings, words)
    if named:
        suggestion = _named(suggestion, suggest(text, block.headings, words))
    since, until = term_of(passage.when)
    character, basis = legal_character_of(text)
    return Proposal(
        passage.kind,
        "",
        title=title_of_measure(text) if not named or is_bare(passage.name) else passage.name,
        text=passage.text,
        action_field=suggestion.action_field,
        criterion=suggestion.criterion,
        confidence=suggestion.confidence,
        reason=suggestion.reason,
        since=since or _since(text, passage.name),
        until=until or until_of(text),
        responsible=passage.responsible or responsible_of(text),
        partners=partners_of(text),
        participants=participants_of(text),
        target_groups=(passage.target,) if passage.target else target_groups_of(passage.name or text),
        audience=audience_of(text),
        legal_character=character,
        legal_basis=basis,
        results=results_of(text),
        flags=tuple(_flags(passage, text, character)),
        origin=document.origin_of(block),
        blocks=passage.blocks,
    )


def _named(by_name: Suggestion, by_text: Suggestion) -> Suggestion:
    """Trust the name of a measure first: its sentence often tells of several."""
    best = by_name if by_name.confidence >= by_text.confidence / 2 else by_text
    return replace(best, confidence=round(best.confidence * _TOLD, 2))


def _since(text: str, name: str) -> str:
    """Prefer the date that stands behind a measure's name to the first one of its sentence."""
    last = name.rsplit(" ", maxsplit=1)[-1]
    at = text.find(last) if last else -1
    return (since_of(text[at:]) if at > 0 else "") or since_of(text)


def _flags(passage: Passage, text: str, character: LegalCharacter | None) -> Iterator[str]:
    if passage.name:
        yield "Aus fließendem Text: bitte prüfen, ob es eine Maßnahme ist"
    if _PERSON.search(text):
        yield "Name einer Person"
    if passage.kind is ProposalKind.MEASURE and _PLANNED.search(text):
        yield "Klingt nach einem Vorhaben: nicht als Tatsache übernehmen"
    if character in (LegalCharacter.STATUTORY, LegalCharacter.COLLECTIVE_AGREEMENT):
        yield "Vorgeschrieben: Es zählt, was darüber hinausgeht"
