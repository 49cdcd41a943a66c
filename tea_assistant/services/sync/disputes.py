"""Puts what both sides of a sync changed into words, and answers for those who cannot be asked."""

from collections.abc import Mapping, Sequence
from typing import Literal

from tea_assistant.services.compare import compare
from tea_assistant.services.conflicts import Dispute, dispute
from tea_assistant.services.sync.merge import FileConflict
from tea_assistant.store.merging.merge import settle

Side = Literal["mine", "theirs", "proposal"]


def in_words(conflict: FileConflict, names: Mapping[str, str]) -> Dispute:
    """Return what is to be decided in a file, in German; `names` has the titles of ids."""
    sides = [{} if text is None else {conflict.file: text} for text in (conflict.mine, conflict.theirs)]
    # The two differ, so there is exactly one change.
    (change,) = compare(sides[0], sides[1], names)
    return dispute(
        conflict.file,
        change.title,
        (conflict.base, conflict.mine, conflict.theirs),
        conflict.merged,
        names,
    )


def always(side: Side, conflicts: Sequence[FileConflict]) -> dict[str, str | None]:
    """Decide every conflict for one side, or as proposed."""
    return {
        conflict.file: settle(
            conflict.file, conflict.merged, [(field, getattr(field, side)) for field in conflict.fields]
        )
        for conflict in conflicts
    }
