"""What a document proposes: its goals and measures, each with a suggested action field."""

from tea_assistant.importing.catalogue_words import catalogue_words
from tea_assistant.importing.suggestions import suggest
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.proposal import Proposal, ProposalKind, proposal_key
from tea_assistant.model.source_document import BlockKind, Purpose, SourceDocument

_KINDS = {Purpose.GOAL: ProposalKind.GOAL, Purpose.MEASURE: ProposalKind.MEASURE}


def propose(document: SourceDocument, catalogue: Catalogue) -> tuple[Proposal, ...]:
    """Return what stands under the labels of goals and measures."""
    words = catalogue_words(catalogue)
    body = {id(block) for block in document.body}
    found: list[Proposal] = []
    taken: set[str] = set()
    for at, block in enumerate(document.blocks):
        if block.purpose is None or block.kind is not BlockKind.BULLET or id(block) not in body:
            continue
        kind = _KINDS[block.purpose]
        key = proposal_key(kind, block.text, taken=taken)
        taken.add(key)
        said = suggest(block.text, block.headings, words)
        found.append(
            Proposal(
                kind,
                key,
                text=block.text,
                action_field=said.action_field,
                criterion=said.criterion,
                confidence=said.confidence,
                reason=said.reason,
                origin=document.origin_of(block),
                blocks=(at,),
            )
        )
    return tuple(found)
