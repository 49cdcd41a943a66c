"""Sets the proposals of a document beside what was decided about them."""

from collections.abc import Collection, Mapping
from pathlib import PurePath

from msgspec import Struct

from tea_assistant.errors import EditError
from tea_assistant.model.ids import slug
from tea_assistant.model.imported import Decided, Decision, ImportRecord
from tea_assistant.model.proposal import Proposal
from tea_assistant.services.triage.changes import earlier_versions
from tea_assistant.services.triage.items import Earlier, Item, ItemState, OpenedDocument
from tea_assistant.services.triage.pieces import halves, whole
from tea_assistant.services.triage.reading import Reading
from tea_assistant.services.triage.records import is_final

_RESERVED = ("figures-mapping",)
"""What stands in `import/` beside the records."""
_STATES = {
    Decision.ACCEPTED: ItemState.ACCEPTED,
    Decision.MERGED: ItemState.MERGED,
    Decision.REFUSED: ItemState.REFUSED,
    Decision.LATER: ItemState.LATER,
}


class Before(Struct, frozen=True):
    """What was decided about a document when it was opened."""

    states: Mapping[str, Decision]

    @classmethod
    def of(cls, record: ImportRecord) -> "Before":
        """Take down the decisions that are final."""
        final = {key: said.state for key, said in record.proposals.items() if said.state and is_final(said)}
        return cls(final)


def opened(reading: Reading, taken: Collection[str] = ()) -> tuple[OpenedDocument, ...]:
    """Give what was read its ids, those of its files in `import/`; `taken` ones are in use."""
    documents: list[OpenedDocument] = []
    for read in reading.documents:
        used = {*taken, *_RESERVED, *(document.id for document in documents)}
        name = read.source.name if read.path.is_dir() else PurePath(read.source.name).stem
        documents.append(OpenedDocument(slug(name, taken=used), read.source, read.proposals, read.path))
    return tuple(documents)


def undecided(document: OpenedDocument) -> tuple[Item, ...]:
    """Return the proposals of a document about which nobody can have decided yet."""
    return items_of(document, ImportRecord(document.id), Before({}))


def items_of(document: OpenedDocument, record: ImportRecord, before: Before) -> tuple[Item, ...]:
    """Return the proposals of a document with what became of them, split and joined as it was said."""
    proposals, _ = _arranged(document.proposals, record.proposals)
    here = {proposal.key for proposal in proposals} | {proposal.key for proposal in document.proposals}
    decided = record.proposals
    fresh = [proposal for proposal in proposals if proposal.key not in decided]
    gone = {key: said for key, said in decided.items() if key not in here and said.state in _STATES}
    changed = earlier_versions(fresh, gone)
    return tuple(
        _item(document, proposal, decided.get(proposal.key, Decided()), before, changed.get(proposal.key))
        for proposal in proposals
    )


def keys_to_reopen(document: OpenedDocument, record: ImportRecord, item: Item) -> tuple[str, ...]:
    """Return the decisions to forget so that a proposal is open again, or what it was made from.

    Raises `EditError` where nothing is decided, or where the other part already is.
    """
    decided = record.proposals
    if item.proposal.key in decided:
        return (item.proposal.key,)
    if members := tuple(key for key, said in decided.items() if said.into == item.proposal.key):
        return members
    _, made = _arranged(document.proposals, decided)
    if found := made.get(item.proposal.key):
        if any(key in decided for key in found.parts):
            raise EditError("Über den anderen Teil ist schon entschieden.", hint="Bitte zuerst ihn öffnen.")
        return (found.whole,)
    raise EditError("Über diesen Vorschlag ist noch nicht entschieden.")


def _item(
    document: OpenedDocument, proposal: Proposal, said: Decided, before: Before, earlier: Earlier | None
) -> Item:
    state = _STATES.get(said.state, ItemState.OPEN) if said.state else ItemState.OPEN
    if said.state is not None and before.states.get(proposal.key) is said.state:
        state = ItemState.UNCHANGED
    return Item(
        f"{document.id}:{proposal.key}",
        document.id,
        proposal,
        state,
        said.evidence,
        said.file,
        said.reason,
        said.decided,
        said.by,
        earlier,
    )


class _Split(Struct, frozen=True):
    """The key of what was split, and those of its parts."""

    whole: str
    parts: tuple[str, ...]


def _arranged(
    found: tuple[Proposal, ...], decided: Mapping[str, Decided]
) -> tuple[list[Proposal], dict[str, _Split]]:
    """Return the proposals as a person has split and joined them, and by its key what each part was."""
    proposals = list(found)
    made: dict[str, _Split] = {}
    turned: set[str] = set()
    while at_hand := next(
        ((at, said) for at, each in enumerate(proposals) if (said := _turn(each, decided, turned))), None
    ):
        at, said = at_hand
        key = proposals[at].key
        turned.add(key)
        if said.state is Decision.SPLIT:
            parts = _parts(proposals[at], said)
            proposals[at : at + 1] = parts
            keys = tuple(part.key for part in parts)
            made |= dict.fromkeys(keys, _Split(key, keys))
            continue
        members = [each for each in proposals if decided.get(each.key, _NOTHING).into == said.into]
        keys = tuple(member.key for member in members)
        turned |= set(keys)
        proposals[at] = whole(members, said.into)
        proposals = [each for each in proposals if each.key not in keys]
    return proposals, made


def _turn(proposal: Proposal, decided: Mapping[str, Decided], turned: set[str]) -> Decided | None:
    said = decided.get(proposal.key)
    turns = said and said.state in (Decision.SPLIT, Decision.JOINED) and proposal.key not in turned
    return said if turns else None


def _parts(proposal: Proposal, said: Decided) -> list[Proposal]:
    try:
        return list(halves(proposal, said.letters))
    except EditError:
        # The record was edited by hand: the proposal stands as the document has it.
        return [proposal]


_NOTHING = Decided()
