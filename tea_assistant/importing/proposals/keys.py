"""Gives proposals their keys: the same for the same words in every version of a document."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from tea_assistant.model.proposal import Proposal, proposal_key


def with_keys(found: Iterable[tuple[str, Proposal]]) -> Iterator[Proposal]:
    """Give each proposal the key of its words; a second one that says the same gets a number."""
    taken: set[str] = set()
    for said, proposal in found:
        key = proposal_key(proposal.kind, said, taken=taken)
        taken.add(key)
        yield replace(proposal, key=key)
