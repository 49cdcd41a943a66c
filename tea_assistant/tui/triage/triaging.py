"""The documents that are open in this window: they stay open while one looks at other screens."""

from tea_assistant.errors import EditError
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.session import Session
from tea_assistant.services.triage.items import Item
from tea_assistant.services.triage.reading import Read, Reading
from tea_assistant.services.triage.triage import Triage
from tea_assistant.tui.triage.walk import TriageWalk


class Triaging:
    """Holds what was read, where one is in it, and what was changed before it is taken over."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.triage = Triage(session)
        self.walk = TriageWalk()
        self.drafts: dict[str, dict[str, object]] = {}
        """The values of proposals that somebody has changed, by the ids of the proposals."""
        self._read: dict[str, Read] = {}
        """What was read, by the names of the documents."""

    def add(self, reading: Reading) -> None:
        """Take in what was read; a document that is open already takes the place of its older version."""
        self._read |= {read.source.name: read for read in reading.documents}
        self.triage = Triage(self.session)
        self.triage.add(Reading(tuple(self._read.values()), ()))

    def values(self, item: Item) -> dict[str, object]:
        """Return what would be written: as proposed, or as somebody has changed it."""
        draft = self.drafts.get(item.id)
        return self.triage.values(item) if draft is None else draft

    def standing_text(self, item: Item) -> str:
        """Return what a statement or an award would replace; empty where it is not said where it goes."""
        if item.proposal.kind not in (ProposalKind.STATEMENT, ProposalKind.AWARD):
            return ""
        try:
            return self.triage.standing_text(item, self.values(item))
        except EditError:
            return ""
