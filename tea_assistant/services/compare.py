"""What changed between two states of a dossier: file by file, field by field, in German."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from tea_assistant.model.dossier import Dossier
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.services.file_titles import title_of
from tea_assistant.services.value_changes import FieldChange, value_changes
from tea_assistant.store import schema
from tea_assistant.store.yaml import reader as yaml_reader

__all__ = ["FieldChange", "FileChange", "compare", "names_in"]

_WHOLE = "Text der Datei"
"""The label of a file that cannot be taken apart."""
_SPELLING = "Schreibweise oder Bemerkungen in der Datei"
"""The label of a file that says the same as before, in other letters."""
_ORDER = {kind: at for at, kind in enumerate((Kind.DOSSIER, Kind.CYCLE, Kind.FIELD, Kind.EVIDENCE))}
"""The kinds of files that people look for first; the others come after them."""

_NAMED_BY = {Kind.REVIEW: "name", Kind.REQUEST: "department", Kind.IMPORT: "document"}
"""The key that says whose file it is."""


class FileChange(Struct, frozen=True):
    """A file that was added, removed or changed."""

    file: str
    title: str
    """A measure by its title, any other file by what it is for."""
    kind: Literal["added", "removed", "changed"]
    fields: tuple[FieldChange, ...]
    """Never empty where the file was changed."""


def names_in(dossier: Dossier) -> Mapping[str, str]:
    """Return the titles of what ids stand for in a dossier: measures, criteria, action fields, groups."""
    names: dict[str, str] = {}
    for catalogue in dossier.catalogues.values():
        names |= {name: title for name, title in catalogue.groups.items() if title}
        names |= {prompt.id: prompt.title for prompt in catalogue.understanding if prompt.title}
        for field in catalogue.fields.values():
            names |= {criterion.id: criterion.title for criterion in field.criteria if criterion.title}
            names |= {field.id: field.label} if field.label else {}
    return names | {measure.id: measure.title for measure in dossier.evidence.values() if measure.title}


def compare(
    old: Mapping[str, str], new: Mapping[str, str], names: Mapping[str, str]
) -> tuple[FileChange, ...]:
    """Return what changed between two states, each the texts of its files by name; equal files are left out.

    `names` has the German titles of ids, as `names_in` gives them.
    """
    found = (_file_change(file, old.get(file), new.get(file), names) for file in {*old, *new})
    return tuple(sorted((change for change in found if change), key=_place))


def _file_change(file: str, old: str | None, new: str | None, names: Mapping[str, str]) -> FileChange | None:
    before, after = _line_ends(old), _line_ends(new)
    if before == after:
        return None
    role = role_of(file)
    values = [_value(text) for text in (before, after)]
    told = next((value for text, value in zip((after, before), reversed(values), strict=True) if text), None)
    title = _title(file, told, names)
    if before is None:
        kind: Literal["added", "removed", "changed"] = "added"
    else:
        kind = "removed" if after is None else "changed"
    fields = tuple(_fields(role.kind if role else None, (before, after), values, names))
    return FileChange(file, title, kind, fields)


def _fields(
    kind: Kind | None,
    texts: tuple[str | None, str | None],
    values: list[Any],
    names: Mapping[str, str],
) -> Iterator[FieldChange]:
    readable = all(isinstance(value, dict) for text, value in zip(texts, values, strict=True) if text)
    if kind is None or not readable:
        yield FieldChange((), _WHOLE, *texts)
        return
    found = value_changes(schema.schema(kind), values[0], values[1], names)
    yield from found
    if not found and None not in texts:
        yield FieldChange((), _SPELLING, *texts)


def _title(file: str, value: Any, names: Mapping[str, str]) -> str:
    role = role_of(file)
    if role is None:
        return file
    said = value if isinstance(value, dict) else {}
    if role.kind is Kind.EVIDENCE:
        return str(said.get("title") or names.get(role.id) or role.id)
    own = said.get(_NAMED_BY[role.kind]) if role.kind in _NAMED_BY else names.get(role.id)
    return title_of(role, str(own or ""))


def _value(text: str | None) -> Any:
    """Return what a text says, None where it cannot be read."""
    if not text:
        return None
    reading = yaml_reader.read(text)
    return None if reading.problems else reading.value


def _line_ends(text: str | None) -> str | None:
    return None if text is None else text.replace("\r\n", "\n")


def _place(change: FileChange) -> tuple[int, str]:
    role = role_of(change.file)
    return (_ORDER.get(role.kind, len(_ORDER)) if role else len(_ORDER) + 1, change.file)
