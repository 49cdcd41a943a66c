"""Going through documents: each proposal is accepted, merged, split, joined, refused, or left for later.

Nothing of a document stands in the dossier before a person says so. Every decision is one step to undo, in
which also the record in `import/<id>.yaml` is written; so `items` always say what the session says, whatever
was undone. Saving is the caller's, as with all edits.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tea_assistant.errors import EditError
from tea_assistant.importing.documents.genre import Genre
from tea_assistant.model.imported import Decision
from tea_assistant.model.layout import evidence_file
from tea_assistant.model.proposal import Certainty, ProposalKind
from tea_assistant.services.inbox.decisions import signer
from tea_assistant.services.jury_award import standing_award
from tea_assistant.services.session import Session
from tea_assistant.services.triage import additions as triage_additions
from tea_assistant.services.triage import decisions as triage_decisions
from tea_assistant.services.triage import targets as triage_targets
from tea_assistant.services.triage.alike import Alike
from tea_assistant.services.triage.decisions import MEASURES, Taken
from tea_assistant.services.triage.items import Addition, Candidate, Counts, Item, ItemState, OpenedDocument
from tea_assistant.services.triage.pieces import halves, letters_before, whole_key
from tea_assistant.services.triage.pointer import figures_command
from tea_assistant.services.triage.proposing import About
from tea_assistant.services.triage.reading import Reading, ReadingProgress, read_sources
from tea_assistant.services.triage.records import entry, put_down, record_of
from tea_assistant.services.triage.standing import Before, items_of, keys_to_reopen, opened
from tea_assistant.services.triage.unseen import accept_unseen
from tea_assistant.services.triage.values import evidence_values, title_of

Values = Mapping[str, object]
_MAY_BE_SAME = 0.6
"""From here on a person looks whether a proposal is a measure that is there already."""


class Triage:
    """Documents opened beside a dossier, with their proposals."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.documents: tuple[OpenedDocument, ...] = ()
        self.remarks: tuple[str, ...] = ()
        """German, one for each file that could not be used; the others were."""
        self._values: dict[str, Values] = {}
        """What a measure of another dossier says, by the id of its item."""
        self._before: dict[str, Before] = {}
        self._items: tuple[Item, ...] = ()
        self._alike: Alike | None = None
        self._seen: tuple[int, int] = (-1, 0)
        """The version of the session and the number of documents for which `_items` holds."""

    def open(
        self, paths: Sequence[Path], progress: ReadingProgress | None = None, genre: Genre | None = None
    ) -> None:
        """Read files, folders of them and other dossiers; raises `TeaError` where nothing can be read.

        With `genre` a person says what they are, where the program takes them for something else.
        """
        about = About(self.session.dossier.organisation, genre, self.session.today())
        self.add(read_sources(paths, self.session.application.catalogue, progress, about))

    def add(self, reading: Reading) -> None:
        """Take in what was read, also in another thread, by `read_sources`."""
        self.remarks += reading.remarks
        documents = opened(reading, [document.id for document in self.documents])
        for document, read in zip(documents, reading.documents, strict=True):
            self._before[document.id] = Before.of(record_of(self.session, document.id))
            self._values |= {f"{document.id}:{key}": values for key, values in read.values.items()}
        self.documents += documents

    # What there is

    @property
    def items(self) -> tuple[Item, ...]:
        """All proposals in the order of the documents, with what became of them so far."""
        seen = (self.session.version, len(self.documents))
        if seen != self._seen:
            self._items = tuple(
                item
                for document in self.documents
                for item in items_of(
                    document, record_of(self.session, document.id), self._before[document.id]
                )
            )
            self._seen = seen
            self._alike = None
        return self._items

    @property
    def waiting(self) -> tuple[Item, ...]:
        """What is open, and then what was left for later."""
        found = [item for item in self.items if item.state is ItemState.OPEN]
        return (*found, *(item for item in self.items if item.state is ItemState.LATER))

    @property
    def certain(self) -> tuple[Item, ...]:
        """The open measures that may be accepted together: sure of their field, new, without flags."""
        return tuple(
            item
            for item in self.items
            if item.state is ItemState.OPEN
            and item.proposal.kind is ProposalKind.MEASURE
            and item.proposal.certainty is Certainty.CERTAIN
            and not item.proposal.flags
            and item.earlier is None
            and all(candidate.score < _MAY_BE_SAME for candidate in self.candidates(item))
        )

    @property
    def counts(self) -> Counts:
        """How many proposals are how far."""
        states = [item.state for item in self.items]
        return Counts(**{state.value: states.count(state) for state in ItemState})

    def item(self, item_id: str) -> Item | None:
        """Return a proposal as it stands now; None where there is none."""
        return next((item for item in self.items if item.id == item_id), None)

    def document_of(self, item: Item) -> OpenedDocument:
        """Return the document of a proposal."""
        return next(document for document in self.documents if document.id == item.document)

    # What it would become

    def values(self, item: Item) -> dict[str, object]:
        """Return what would be written, by the keys that the schema of its file has, for a form to show.

        Of a measure and a goal those of `evidence/…`; of an award `AWARD_KEYS` and `cycle`; of praise and
        expectations `field`, `text`, `cycle` (and `kind`); of a statement `field`, `prompt`, `criterion`,
        `text`, `cycle` (where it comes from) and `into` (the round that it goes into). A figure has those
        of a measure to be merged with.
        """
        if item.id in self._values:
            return dict(self._values[item.id])
        if item.proposal.kind in (*MEASURES, ProposalKind.FIGURE):
            return evidence_values(item.proposal)
        return triage_targets.target_values(self.session, item.proposal)

    def standing_text(self, item: Item, values: Values) -> str:
        """Return what a statement or an award would replace; empty where nothing stands there."""
        match item.proposal.kind:
            case ProposalKind.STATEMENT:
                return triage_targets.standing_text(self.session, values)
            case ProposalKind.AWARD:
                return standing_award(self.session, values)
            case _:
                return ""

    def pointer(self, item: Item) -> str:
        """Return the command that takes over the table of a figure; empty for others."""
        return figures_command(self.session.root, self.document_of(item), item.proposal)

    def candidates(self, item: Item) -> tuple[Candidate, ...]:
        """Return the measures that may be the same, the most alike first."""
        if item.proposal.kind not in (*MEASURES, ProposalKind.FIGURE):
            return ()
        return self._likeness().candidates(item)

    def alike(self, item: Item) -> tuple[Item, ...]:
        """Return the other waiting proposals that may be the same, to be joined."""
        return self._likeness().others(item)

    # Deciding

    def accept(self, item: Item, values: Values | None = None, *, replace: bool = False) -> str:
        """Take a proposal over, with the values that a person has looked at; return the id of the measure.

        The id is empty for what becomes no measure. A text that stands where a statement goes is only
        overwritten with `replace`. Raises `EditError` and changes nothing.
        """
        now = self._waiting(item)
        taken = Taken(self.document_of(now), now, self.values(now) if values is None else values)
        ids = triage_decisions.accept(self.session, [taken], replace=replace)
        return ids[0] if ids else ""

    def additions(self, item: Item, evidence: str, values: Values | None = None) -> tuple[Addition, ...]:
        """Return what a measure could take on from a proposal."""
        measure = self.session.dossier.evidence.get(evidence)
        standing = self.session.value(measure.where.file or evidence_file(evidence)) if measure else None
        said = self.values(item) if values is None else values
        return triage_additions.additions(standing if isinstance(standing, dict) else {}, said)

    def merge(
        self, item: Item, evidence: str, choices: Iterable[str] | None = None, values: Values | None = None
    ) -> None:
        """Add to a measure what was chosen of `additions` by name; None takes what is chosen by itself.

        The place in the document becomes a further source of the measure. Raises `EditError`.
        """
        now = self._waiting(item)
        said = self.values(now) if values is None else values
        if choices is None:
            choices = [each.name for each in self.additions(now, evidence, said) if each.chosen]
        triage_decisions.merge(
            self.session, Taken(self.document_of(now), now, said), evidence, frozenset(choices)
        )

    def split(self, item: Item, at: int) -> tuple[Item, Item]:
        """Take a proposal apart before the character `at` of its text; raises `EditError`."""
        now = self._waiting(item)
        letters = letters_before(now.proposal.text, at)
        parts = halves(now.proposal, letters)
        document = self.document_of(now)
        label = f"Vorschlag „{title_of(now.proposal)}“ teilen"
        record = self._entry(now, Decision.SPLIT, letters=letters)
        stale = [part.key for part in parts]
        put_down(self.session, document, {now.proposal.key: record}, label, forgotten=stale)
        found = [self.item(f"{document.id}:{part.key}") for part in parts]
        assert found[0] is not None
        assert found[1] is not None
        return found[0], found[1]

    def join(self, items: Sequence[Item]) -> Item:
        """Put proposals of one document together; raises `EditError` where they do not go together."""
        chosen = {item.id for item in items}
        now = [self._waiting(item) for item in self.items if item.id in chosen]
        if len(now) < 2:
            raise EditError("Bitte mindestens zwei Vorschläge wählen.")
        if len({(item.document, item.proposal.kind) for item in now}) > 1:
            raise EditError(
                "Verbinden lassen sich nur Vorschläge einer Art aus einem Dokument.",
                hint="Erst den einen übernehmen, dann den anderen mit ihm zusammenführen.",
            )
        document = self.document_of(now[0])
        key = whole_key([item.proposal for item in now], record_of(self.session, document.id).proposals)
        records = {item.proposal.key: self._entry(item, Decision.JOINED, into=key) for item in now}
        put_down(self.session, document, records, f"{len(now)} Vorschläge verbinden")
        found = self.item(f"{document.id}:{key}")
        assert found is not None
        return found

    def refuse(self, item: Item, reason: str = "") -> None:
        """Leave the dossier as it is, and put that down."""
        now = self._waiting(item)
        triage_decisions.refuse(self.session, self.document_of(now), now, reason)

    def later(self, item: Item) -> None:
        """Put down that somebody wants to come back to it."""
        now = self._waiting(item)
        triage_decisions.postpone(self.session, self.document_of(now), now)

    def reopen(self, item: Item) -> None:
        """Forget a decision; what it wrote into the dossier stays there. Also takes a split or join back."""
        now = self.item(item.id)
        if now is None:
            raise EditError("Diesen Vorschlag gibt es nicht mehr.")
        document = self.document_of(now)
        keys = keys_to_reopen(document, record_of(self.session, document.id), now)
        triage_decisions.forget(self.session, document, keys, title_of(now.proposal))

    def bulk_accept(self, items: Sequence[Item]) -> tuple[str, ...]:
        """Accept several as they are in one step, and return the ids of the measures; raises `EditError`."""
        now = [self._waiting(item) for item in items]
        taken = [Taken(self.document_of(item), item, self.values(item)) for item in now]
        return tuple(triage_decisions.accept(self.session, taken)) if taken else ()

    def accept_all(self) -> tuple[int, tuple[tuple[Item, str], ...]]:
        """Take over unseen what waits, unconfirmed; return how many, and what stays with its reason."""
        waiting = [Taken(self.document_of(item), item, self.values(item)) for item in self.waiting]
        return accept_unseen(self.session, waiting, self.candidates)

    # Inside

    def _waiting(self, item: Item) -> Item:
        """Return an item as it stands now; raises `EditError` where it waits for nobody any more."""
        now = self.item(item.id)
        if now is None:
            raise EditError("Diesen Vorschlag gibt es nicht mehr; bitte die Liste neu ansehen.")
        if not now.state.waits:
            raise EditError(f"Über diesen Vorschlag ist schon entschieden: {now.state.word}.")
        return now

    def _entry(
        self, item: Item, decision: Decision, *, letters: int = 0, into: str = ""
    ) -> dict[str, object]:
        today, by = self.session.today(), signer(self.session)
        return entry(item.proposal, decision, today, by, letters=letters, into=into)

    def _likeness(self) -> Alike:
        items = self.items
        if self._alike is None:
            self._alike = Alike(self.session, items)
        return self._alike
