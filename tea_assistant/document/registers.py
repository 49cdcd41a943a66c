"""The two registers of the document: the measures of the round, and the numbered attachments."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.figures.publication import Publication, published
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.evidence import Evidence, Proof, Release, Result, is_later
from tea_assistant.prose.folding import collated


class Registers(Struct, frozen=True, dict=True):
    """What other sections point at: looked up once for a whole document."""

    application: Application

    @cached_property
    def published(self) -> Publication:
        """The figures as readers may see them."""
        return published(self.application)

    @cached_property
    def measures(self) -> tuple[Evidence, ...]:
        """The measures linked in this round, each once, by main action field and title."""
        order = {part.id: at for at, part in enumerate(self.application.catalogue.parts)}
        linked = (self.application.dossier.evidence.get(e) for e in self.application.links)

        def place(evidence: Evidence) -> tuple[int, str, str]:
            first_link = self.application.links[evidence.id][0].field
            main = next((field for field in evidence.action_fields if field in order), first_link)
            return order.get(main, len(order)), collated(evidence.title), evidence.id

        return tuple(sorted((e for e in linked if e), key=place))

    @cached_property
    def attachments(self) -> tuple[Proof, ...]:
        """The documents of the round and the proofs of its measures, each once, in their order."""
        found: dict[str, Proof] = {}
        for proof in self._proofs():
            known = found.setdefault(_key(proof), proof)
            if proof.release is Release.INTERNAL:
                # Once called internal, it stays so, whatever another measure says.
                found[_key(proof)] = replace(known, release=Release.INTERNAL)
        return tuple(found.values())

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {_key(proof): at for at, proof in enumerate(self.attachments, start=1)}

    def proofs(self, evidence: Evidence) -> tuple[Proof, ...]:
        """Return the proofs of a measure that existed when the round was applied for."""
        return tuple(proof for proof in evidence.proofs if not is_later(proof.dated, self._cycle))

    def results(self, evidence: Evidence) -> tuple[Result, ...]:
        """Return the results of a measure that were known when the round was applied for."""
        return tuple(result for result in evidence.results if not is_later(result.as_of, self._cycle))

    @property
    def _cycle(self) -> str:
        return self.application.cycle.id

    def number(self, proof: Proof) -> int:
        """Return the number of a proof in the register of attachments."""
        return self._numbers[_key(proof)]

    def as_released(self, proof: Proof) -> Proof:
        """Return a proof as it may be shown: internal where another measure calls the same file so."""
        return replace(proof, release=self.attachments[self.number(proof) - 1].release)

    @cached_property
    def attachments_part(self) -> str:
        """Id of the part that lists the attachments; empty where the catalogue has none."""
        parts = self.application.parts
        return next((part.id for part in parts if part.kind is PartKind.ATTACHMENTS), "")

    def _proofs(self) -> Iterator[Proof]:
        yield from self.application.cycle.documents
        for evidence in self.measures:
            yield from self.proofs(evidence)


def _key(proof: Proof) -> str:
    return proof.file or proof.url or proof.title
