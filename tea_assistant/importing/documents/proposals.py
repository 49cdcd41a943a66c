"""What a document proposes, by what it is: each kind of text tells other things."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.importing.application_proposals import application_proposals
from tea_assistant.importing.catalogue_words import catalogue_words
from tea_assistant.importing.documents.genre import Genre, GenreGuess, genre_of
from tea_assistant.importing.jury.proposals import jury_proposals
from tea_assistant.importing.press.release import press_proposals
from tea_assistant.importing.proposals.proposals import propose, propose_tables
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.proposal import Proposal, ProposalKind, proposal_key
from tea_assistant.model.source_document import SourceDocument


class Proposed(Struct, frozen=True):
    """What a document proposes, and what it was taken for."""

    guess: GenreGuess
    proposals: tuple[Proposal, ...]
    """In the order of the document."""

    @property
    def remark(self) -> str:
        """German: what the document was read as, for the person who goes through it."""
        return f"Gelesen als {self.guess.reason}" if self.guess.genre is not Genre.OTHER else ""


def document_proposals(
    document: SourceDocument,
    catalogue: Catalogue,
    today: date,
    *,
    genre: Genre | None = None,
    sector: str = "",
    organisation: str = "",
) -> Proposed:
    """Return what a document proposes; with `genre` a person says what it is.

    `organisation` is whose dossier the proposals go into: partners are the others.
    """
    guess = genre_of(document)
    if genre is not None and genre is not guess.genre:
        guess = GenreGuess(genre, f"{genre.word}: wie angegeben")
    words = catalogue_words(catalogue, sector)
    match guess.genre:
        case Genre.PRESS:
            # Its sentences name people: beside the one measure nothing of it is offered.
            found: Iterable[Proposal] = press_proposals(document, words, today, organisation)
        case Genre.JURY:
            said = jury_proposals(document, catalogue, words)
            # A table of what the jury said holds no figures.
            sorted_already = {at for each in said for at in each.blocks}
            tables = (
                each for each in propose_tables(document) if not sorted_already.intersection(each.blocks)
            )
            found = (*said, *propose(document, catalogue, sector), *tables)
        case Genre.APPLICATION:
            told = application_proposals(document, catalogue, words)
            lists_measures = any(each.kind is ProposalKind.MEASURE for each in told)
            others = () if lists_measures else propose(document, catalogue, sector)
            found = (*told, *others, *propose_tables(document))
        case _:
            found = (*propose(document, catalogue, sector), *propose_tables(document))
    ordered = sorted(found, key=lambda proposal: proposal.blocks[:1])
    return Proposed(guess, tuple(_with_own_keys(ordered)))


def _with_own_keys(proposals: Iterable[Proposal]) -> Iterable[Proposal]:
    """Give two that say the same different keys: they come from different readers."""
    taken: set[str] = set()
    for proposal in proposals:
        key = proposal.key
        if key in taken:
            key = proposal_key(proposal.kind, f"{proposal.title} {proposal.text}", taken=taken)
        taken.add(key)
        yield replace(proposal, key=key)
