"""What a person has to decide where two changed one file, and what came together by itself, in German."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from tea_assistant.model.layout import role_of
from tea_assistant.model.source import Path
from tea_assistant.services.compare import compare
from tea_assistant.services.outside_changes import Joined
from tea_assistant.services.value_changes import BETWEEN_LABELS
from tea_assistant.services.value_text import below, entry_name, value_text
from tea_assistant.store.merging.merge import REMOVE, FieldConflict, Merged, settle
from tea_assistant.store.schema import Schema, schema
from tea_assistant.store.yaml import reader as yaml_reader


class Disputed(Struct, frozen=True):
    """One place that both sides changed, in the words of the dossier's users."""

    conflict: FieldConflict
    label: str
    """As „Nachweise · Konzept · Stand“."""
    mine: str | None
    """None where a side has nothing there."""
    theirs: str | None
    proposal: str | None
    """None where the two cannot be joined."""
    is_prose: bool
    """Whether a person may write something else instead."""
    contradicts: bool
    """False where both only added something, so that the proposal says all that either says."""


class Dispute(Struct, frozen=True):
    """One file that two people changed, with all that is to be decided."""

    file: str
    title: str
    mine: str | None
    """The text of the file; None where that side removed it."""
    theirs: str | None
    merged: Merged
    fields: tuple[Disputed, ...]
    """Empty where only the file as a whole can be decided."""
    settled: tuple[str, ...] = ()
    """The labels of what the other side changed and nobody contradicts."""

    def decided(self, values: Mapping[int, Any]) -> str | None:
        """Return the text with a value for each of the fields; raises `TeaError` where that is impossible."""
        chosen = [(self.fields[number].conflict, value) for number, value in values.items()]
        return settle(self.file, self.merged, chosen)


def dispute(
    file: str,
    title: str,
    sides: tuple[str | None, str | None, str | None],
    merged: Merged,
    names: Mapping[str, str],
) -> Dispute:
    """Put two versions of a file into words; `sides` are the base, mine and theirs, `names` titles of ids."""
    base, mine, theirs = sides
    if any(not conflict.path for conflict in merged.conflicts) or merged.text is None:
        return Dispute(file, title, mine, theirs, merged, ())
    fields = _fields(file, merged, names)
    return Dispute(file, title, mine, theirs, merged, fields, _settled(file, base, theirs, fields, names))


def joined_text(joined: Iterable[Joined], names: Mapping[str, str]) -> str:
    """Tell what came in from elsewhere, a line for each file."""
    lines = []
    for each in joined:
        for change in compare(_text(each.file, each.before), _text(each.file, each.theirs), names):
            labels = ", ".join(dict.fromkeys(field.label for field in change.fields))
            lines.append(f"{change.title}: {labels}")
    return "\n".join(lines)


def _settled(
    file: str, base: str | None, theirs: str | None, fields: tuple[Disputed, ...], names: Mapping[str, str]
) -> tuple[str, ...]:
    if base is None:
        return ()
    open_ = {field.label for field in fields}
    found = compare(_text(file, base), _text(file, theirs), names)
    return tuple(dict.fromkeys(f.label for change in found for f in change.fields if f.label not in open_))


def _text(file: str, text: str | None) -> dict[str, str]:
    return {} if text is None else {file: text}


def _fields(file: str, merged: Merged, names: Mapping[str, str]) -> tuple[Disputed, ...]:
    role = role_of(file)
    whole = yaml_reader.read(merged.text or "").value
    governing = schema(role.kind) if role else {}
    return tuple(_disputed(governing, whole, conflict, names) for conflict in merged.conflicts)


def _disputed(
    whole_schema: Schema, whole: Any, conflict: FieldConflict, names: Mapping[str, str]
) -> Disputed:
    label, governing = _label(whole_schema, whole, conflict.path, names)
    mine, theirs, proposal = (
        None if value is REMOVE else value_text(governing, value, names)
        for value in (conflict.mine, conflict.theirs, conflict.proposal)
    )
    texts = [value for value in (conflict.mine, conflict.theirs) if value is not REMOVE]
    free = not ({"oneOf", "enum", "x-refers-to"} & governing.keys())
    joins = proposal not in (mine, theirs)
    return Disputed(
        conflict,
        label,
        mine,
        theirs,
        proposal if joins else None,
        is_prose=free and all(isinstance(text, str) for text in texts),
        contradicts=not joins or not _only_added(conflict),
    )


def _only_added(conflict: FieldConflict) -> bool:
    texts = (conflict.base, conflict.mine, conflict.theirs)
    if not all(isinstance(text, str) for text in texts):
        return False
    # Lines and sentences of the text that both began with stand in both as they were.
    base, mine, theirs = ("".join(text.split()) for text in texts)
    return bool(base) and base in mine and base in theirs


def _label(governing: Schema, value: Any, path: Path, names: Mapping[str, str]) -> tuple[str, Schema]:
    labels: list[str] = []
    for part in path:
        inner = below(governing, part)
        if isinstance(part, int):
            entry = value[part] if isinstance(value, list) and part < len(value) else None
            labels.append(entry_name(inner, entry, part, names))
            value = entry
        else:
            if part in governing.get("properties", {}):
                labels.append(str(inner.get("title", part)))
            elif part in names:
                # „Mentoring“ says more than „Aktivitäten · Mentoring“.
                labels[-1:] = [names[part]]
            else:
                labels.append(part)
            value = value.get(part) if isinstance(value, dict) else None
        governing = inner
    return BETWEEN_LABELS.join(labels) or "Inhalt", governing
