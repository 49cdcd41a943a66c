"""What a proposal may be the same as: measures of the dossier, and other proposals that wait."""

from collections.abc import Sequence

from tea_assistant.model.evidence import Evidence
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.session import Session
from tea_assistant.services.triage.candidates import Likeness, Match, Said
from tea_assistant.services.triage.items import Candidate, Item


class Alike:
    """How alike proposals and measures are, as they stand at one moment."""

    def __init__(self, session: Session, items: Sequence[Item]) -> None:
        self._evidence = session.dossier.evidence
        self._items = {item.id: item for item in items if item.proposal.kind is not ProposalKind.FIGURE}
        self._likeness = Likeness(
            {f"={name}": _said(measure) for name, measure in self._evidence.items()}
            | {item.id: _proposed(item) for item in self._items.values()}
        )

    def candidates(self, item: Item) -> tuple[Candidate, ...]:
        """Return the measures that may be the same as a proposal."""
        found = []
        before = self._evidence.get(item.earlier.evidence) if item.earlier else None
        if before:
            found.append(
                Candidate(before.id, before.title, 1.0, "Dazu wurde die frühere Fassung dieser Stelle.")
            )
        for match in self._likeness.matches(_proposed(item), [f"={name}" for name in self._evidence]):
            measure = self._evidence[match.name.removeprefix("=")]
            if measure is not before:
                found.append(Candidate(measure.id, measure.title, match.score, _reason(match)))
        return tuple(found)

    def others(self, item: Item) -> tuple[Item, ...]:
        """Return the proposals that wait and may be the same."""
        others = [
            other.id
            for other in self._items.values()
            if other.state.waits and other.id != item.id and other.proposal.kind is item.proposal.kind
        ]
        return tuple(self._items[match.name] for match in self._likeness.matches(_proposed(item), others))


def _said(measure: Evidence) -> Said:
    return Said(measure.title, f"{measure.summary}\n{measure.goal}")


def _proposed(item: Item) -> Said:
    return Said(item.proposal.title, item.proposal.text)


def _reason(match: Match) -> str:
    return "Gemeinsam: " + ", ".join(f"„{word}“" for word in match.words)
