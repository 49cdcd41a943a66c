"""Going through documents: each proposal is accepted, merged, split, joined, refused, or left for later.

Nothing of a document stands in the dossier before a person says so. Every decision is one step to undo, in
which also the record in `import/<id>.yaml` is written; so `items` always say what the session says, whatever
was undone. Saving is the caller's, as with all edits.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tea_assistant.services.session import Session
from tea_assistant.services.triage_items import Addition, Candidate, Counts, Item, OpenedDocument
from tea_assistant.services.triage_reading import Reading, ReadingProgress, read_sources


class Triage:
    """Documents opened beside a dossier, with their proposals."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.documents: tuple[OpenedDocument, ...] = ()
        self.remarks: tuple[str, ...] = ()
        """German, one for each file that could not be used; the others were."""

    def open(self, paths: Sequence[Path], progress: ReadingProgress | None = None) -> None:
        """Read files, folders of them and other dossiers; raises `TeaError` where nothing can be read."""
        self.add(read_sources(paths, self.session.application.catalogue, progress))

    def add(self, reading: Reading) -> None:
        """Take in what was read, also in another thread, by `read_sources`."""
        raise NotImplementedError

    @property
    def items(self) -> tuple[Item, ...]:
        """All proposals in the order of the documents, with what became of them so far."""
        raise NotImplementedError

    @property
    def waiting(self) -> tuple[Item, ...]:
        """What is open, and then what was left for later."""
        raise NotImplementedError

    @property
    def certain(self) -> tuple[Item, ...]:
        """The open measures that may be accepted together: sure of their field, new, without flags."""
        raise NotImplementedError

    @property
    def counts(self) -> Counts:
        """How many proposals are how far."""
        raise NotImplementedError

    def item(self, item_id: str) -> Item | None:
        """Return a proposal as it stands now; None where there is none."""
        raise NotImplementedError

    def document_of(self, item: Item) -> OpenedDocument:
        """Return the document of a proposal."""
        raise NotImplementedError

    def values(self, item: Item) -> dict[str, object]:
        """Return what would be written, by the keys that the schema of its file has, for a form to show.

        Of a measure and a goal those of `evidence/…`; of praise and expectations `field`, `text`, `cycle`
        (and `kind`); of a statement `field`, `prompt`, `criterion`, `text`, `cycle`. A figure has none.
        """
        raise NotImplementedError

    def standing_text(self, item: Item, values: Mapping[str, object]) -> str:
        """Return the text that stands where a statement would go; empty where there is none."""
        raise NotImplementedError

    def pointer(self, item: Item) -> str:
        """Return the command that takes over the table of a figure; empty for others."""
        raise NotImplementedError

    def candidates(self, item: Item) -> tuple[Candidate, ...]:
        """Return the measures that may be the same, the most alike first."""
        raise NotImplementedError

    def alike(self, item: Item) -> tuple[Item, ...]:
        """Return the other waiting proposals that may be the same, to be joined."""
        raise NotImplementedError

    def accept(self, item: Item, values: Mapping[str, object] | None = None, *, replace: bool = False) -> str:
        """Take a proposal over, with the values that a person has looked at; return the id of the measure.

        The id is empty for what becomes no measure. A text that stands where a statement goes is only
        overwritten with `replace`. Raises `EditError` and changes nothing.
        """
        raise NotImplementedError

    def additions(
        self, item: Item, evidence: str, values: Mapping[str, object] | None = None
    ) -> tuple[Addition, ...]:
        """Return what a measure could take on from a proposal."""
        raise NotImplementedError

    def merge(
        self,
        item: Item,
        evidence: str,
        choices: Iterable[str] | None = None,
        values: Mapping[str, object] | None = None,
    ) -> None:
        """Add to a measure what was chosen of `additions` by name; None takes what is chosen by itself.

        The place in the document becomes a further source of the measure. Raises `EditError`.
        """
        raise NotImplementedError

    def split(self, item: Item, at: int) -> tuple[Item, Item]:
        """Take a proposal apart before the character `at` of its text; raises `EditError`."""
        raise NotImplementedError

    def join(self, items: Sequence[Item]) -> Item:
        """Put proposals of one document together; raises `EditError` where they do not go together."""
        raise NotImplementedError

    def refuse(self, item: Item, reason: str = "") -> None:
        """Leave the dossier as it is, and put that down."""
        raise NotImplementedError

    def later(self, item: Item) -> None:
        """Put down that somebody wants to come back to it."""
        raise NotImplementedError

    def reopen(self, item: Item) -> None:
        """Forget a decision; what it wrote into the dossier stays there. Also takes a split or join back."""
        raise NotImplementedError

    def bulk_accept(self, items: Sequence[Item]) -> tuple[str, ...]:
        """Accept several as they are in one step, and return the ids of the measures; raises `EditError`."""
        raise NotImplementedError

    def accept_all(self) -> tuple[int, tuple[tuple[Item, str], ...]]:
        """Take over unseen what waits, unconfirmed; return how many, and what stays with its reason."""
        raise NotImplementedError
