"""What a document proposes, in its own order: goals, measures, and the tables for the audit of figures."""

from tea_assistant.importing.proposals import propose, propose_tables
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.proposal import Proposal
from tea_assistant.model.source_document import SourceDocument


def proposals_of(document: SourceDocument, catalogue: Catalogue) -> tuple[Proposal, ...]:
    """Return all that a document proposes."""
    found = (*propose(document, catalogue), *propose_tables(document))
    return tuple(sorted(found, key=lambda proposal: proposal.blocks[:1]))
