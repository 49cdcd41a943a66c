"""The place that a value has in a text, and edits of the text."""

from collections.abc import Iterable

from msgspec import Struct

from tea_assistant.store.yaml.tree import Entry, Node


class Edit(Struct, frozen=True):
    """New text between two offsets of the old."""

    start: int
    end: int
    text: str


class Slot(Struct, frozen=True):
    """A node with the entry and the collection that hold it; the root has neither."""

    node: Node
    entry: Entry | None = None
    parent: Node | None = None

    @property
    def head(self) -> int:
        """Behind the colon or dash before the value."""
        return self.entry.head if self.entry else self.node.start

    @property
    def column(self) -> int:
        """Of the key or dash, from 0."""
        return self.parent.column if self.parent else 0

    @property
    def has_key(self) -> bool:
        """Stands in a mapping."""
        return self.entry is not None and self.entry.name is not None

    def child(self, part: str | int) -> "Slot":
        """Return the slot of one key or item."""
        entries = self.node.entries
        entry = next(e for e in entries if e.name == part) if isinstance(part, str) else entries[part]
        return Slot(entry.value, entry, self.node)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after edits, which are in order and do not overlap."""
    pieces = []
    done = 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])
