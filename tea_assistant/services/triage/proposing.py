"""What a document proposes, by what it is and whose dossier it goes into."""

from datetime import date

from msgspec import Struct, field

from tea_assistant.importing.documents.genre import Genre
from tea_assistant.importing.documents.proposals import Proposed, document_proposals
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.dossier import Organisation
from tea_assistant.model.source_document import SourceDocument


class About(Struct, frozen=True):
    """What is known of documents before anybody reads them."""

    organisation: Organisation | None = None
    """Whose dossier they go into; None where there is none yet."""
    genre: Genre | None = None
    """What they are, where a person says it."""
    today: date = field(default_factory=date.today)
    """A text that names no year was written lately."""


UNKNOWN = About()


def proposals_of(document: SourceDocument, catalogue: Catalogue, about: About = UNKNOWN) -> Proposed:
    """Return all that a document proposes, and what it was taken for."""
    own = about.organisation or Organisation()
    return document_proposals(
        document, catalogue, about.today, genre=about.genre, sector=own.sector, organisation=own.name
    )
