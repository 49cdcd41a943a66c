"""What changed from one value of a file to another, in the words of the dossier's users."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from tea_assistant.model.source import Path
from tea_assistant.prose.difference import Piece, word_differences
from tea_assistant.services.entry_pairs import order_changed, pairs
from tea_assistant.services.value_text import below, entry_name, value_text
from tea_assistant.store.schema import Schema
from tea_assistant.store.yaml.plan import same

BETWEEN_LABELS = " · "
_SKIPPED = frozenset(("format",))
"""Says nothing to people."""


class FieldChange(Struct, frozen=True):
    """A value that was changed, added or removed."""

    path: Path
    """Where it stands now; where it stood, once it is gone. Empty for the text of a whole file."""
    label: str
    """As „Nachweise · Konzept · Stand“."""
    old: str | None
    """In German, prose as it was written; None where there was nothing."""
    new: str | None
    """As `old`; None where nothing is left."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The old and the new text in one, word by word."""
        return word_differences(self.old or "", self.new or "")


def value_changes(schema: Schema, old: Any, new: Any, names: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Return what differs between two values of a kind of file; `names` has the titles of ids."""
    return tuple(_Comparison(names).between(schema, (), (), old, new))


class _Comparison(Struct, frozen=True):
    names: Mapping[str, str]

    def between(
        self, schema: Schema, path: Path, labels: tuple[str, ...], old: Any, new: Any
    ) -> Iterator[FieldChange]:
        if same(old, new) or (_is_empty(old) and _is_empty(new)):
            return
        if _may_be(dict, old, new):
            yield from self._keys(schema, path, labels, old or {}, new or {})
        elif _may_be(list, old, new) and any(
            isinstance(entry, dict) for entry in (*(old or ()), *(new or ()))
        ):
            yield from self._entries(schema, path, labels, old or [], new or [])
        else:
            yield from self._leaf(schema, path, labels, old, new)

    def _keys(
        self,
        schema: Schema,
        path: Path,
        labels: tuple[str, ...],
        old: Mapping[str, Any],
        new: Mapping[str, Any],
    ) -> Iterator[FieldChange]:
        known = schema.get("properties", {})
        for key in dict.fromkeys((*new, *old)):
            if key in _SKIPPED and not path:
                continue
            governing = below(schema, key)
            if key in known:
                inner = (*labels, str(governing.get("title", key)))
            elif key in self.names:
                # „Mentoring“ says more than „Aktivitäten · Mentoring“.
                inner = (*labels[:-1], self.names[key])
            else:
                inner = (*labels, key)
            yield from self.between(governing, (*path, key), inner, old.get(key), new.get(key))

    def _entries(
        self, schema: Schema, path: Path, labels: tuple[str, ...], old: Sequence[Any], new: Sequence[Any]
    ) -> Iterator[FieldChange]:
        items = below(schema, 0)
        found = pairs(old, new)
        for index, entry in enumerate(new):
            before = old[found[index]] if index in found else None
            name = entry_name(items, entry if before is None else before, index, self.names)
            inner = (*labels, name)
            if before is None:
                yield from self._leaf(items, (*path, index), inner, None, entry)
            else:
                yield from self.between(items, (*path, index), inner, before, entry)
        gone = set(range(len(old))) - set(found.values())
        for index in sorted(gone):
            name = entry_name(items, old[index], index, self.names)
            yield from self._leaf(items, (*path, index), (*labels, name), old[index], None)
        if order_changed(found):
            orders = (
                [entry_name(items, old[index], index, self.names) for index in order]
                for order in (sorted(found.values()), [found[index] for index in sorted(found)])
            )
            yield from self._leaf({}, path, (*labels, "Reihenfolge"), *orders)

    def _leaf(
        self, schema: Schema, path: Path, labels: tuple[str, ...], old: Any, new: Any
    ) -> Iterator[FieldChange]:
        if _is_empty(old) and _is_empty(new):
            return
        texts = [None if _is_empty(value) else value_text(schema, value, self.names) for value in (old, new)]
        if texts[0] == texts[1]:
            if isinstance(old, str) and isinstance(new, str):
                # Only blank lines at an end differ.
                return
            # Number and text look the same, but are not.
            texts = [json.dumps(value, ensure_ascii=False) for value in (old, new)]
        yield FieldChange(path, BETWEEN_LABELS.join(labels) or "Inhalt", *texts)


def _is_empty(value: Any) -> bool:
    """Tell whether a value says nothing: to people, a key without a value is as good as none."""
    return value is None or value in ("", [], {})


def _may_be(kind: type, *values: Any) -> bool:
    return all(isinstance(value, kind) or _is_empty(value) for value in values)
