"""The proofs of a dossier with the places where they stand."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.checks.measures import called
from tea_assistant.checks.parts import part_id, part_of_evidence
from tea_assistant.checks.quotes import quoted
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.dossier import Attachment
from tea_assistant.model.evidence import Proof
from tea_assistant.model.source import Path, Source

_KEPT = "proofs"


class PlacedProof(Struct, frozen=True):
    """A proof, what it belongs to, and the state of its file."""

    proof: Proof
    where: Source
    path: Path
    part: str
    owner: str
    """How messages name what it proves."""
    printed: bool
    """Whether it stands in the application of this round."""
    attachment: Attachment | None

    @property
    def name(self) -> str:
        """How messages name the proof itself."""
        return quoted(self.proof.title or self.proof.file or self.proof.url)

    @property
    def readable(self) -> bool:
        """Whether its file is there and was looked at."""
        return self.attachment is not None and self.attachment.inside and self.attachment.exists


def all_proofs(application: Application) -> tuple[PlacedProof, ...]:
    """Return the basic documents of the round, then the proofs of every measure."""
    if _KEPT not in application.kept:
        application.kept[_KEPT] = tuple(_all_proofs(application))
    found: tuple[PlacedProof, ...] = application.kept[_KEPT]
    return found


def _all_proofs(application: Application) -> Iterator[PlacedProof]:
    attachments = application.dossier.attachments
    cycle = application.cycle
    part = part_id(application, PartKind.UNDERSTANDING)
    for index, proof in enumerate(cycle.documents):
        path = ("documents", index)
        found = attachments.get(proof.file)
        yield PlacedProof(proof, cycle.where, path, part, "Grundlagendokumente", True, found)
    for evidence in application.dossier.evidence.values():
        linked = evidence.id in application.links
        part = part_of_evidence(application, evidence)
        for index, proof in enumerate(evidence.proofs):
            path = ("proofs", index)
            found = attachments.get(proof.file)
            yield PlacedProof(proof, evidence.where, path, part, called(evidence), linked, found)


def printed_proofs(application: Application) -> Iterator[PlacedProof]:
    """Yield the proofs that stand in the application of this round."""
    return (placed for placed in all_proofs(application) if placed.printed)
