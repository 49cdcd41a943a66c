"""One item of a dossier, or one value in it: finding what is meant, and giving it back what it once said."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from tea_assistant.errors import EditError, UsageError
from tea_assistant.model.layout import SUFFIXES, evidence_file, role_of
from tea_assistant.model.source import Path
from tea_assistant.services.session import Session
from tea_assistant.store import dossier_files, schema
from tea_assistant.store.yaml import reader as yaml_reader
from tea_assistant.store.yaml.writer import REMOVE, Change


class Item(Struct, frozen=True):
    """A file of the dossier, or the value at a path in it."""

    file: str
    path: Path = ()


def item_of(session: Session, word: str) -> Item:
    """Return what is meant by a file or an id, and behind a colon a field; raises `UsageError`."""
    name, _, field = word.replace("\\", "/").partition(":")
    file = _file(session, name)
    return Item(file, _path(file, field) if field else ())


def _file(session: Session, name: str) -> str:
    if name.endswith(SUFFIXES) and role_of(name):
        return name
    known = [file for file in dossier_files.list_files(session.root) if role_of(file)]
    found = [file for file in known if (role := role_of(file)) and role.id == name]
    # The newest round is what is meant by the id of an action field.
    present = [file for file in found if f"/{session.cycle}/" in file]
    if len(found) == 1 or len(present) == 1:
        return (present or found)[0]
    if found:
        raise UsageError(f"„{name}“ meint mehrere Einträge.", hint="Bitte einen nennen:\n" + "\n".join(found))
    if role_of(evidence_file(name)) and "/" not in name:
        # It may have been removed: then only the history knows it.
        return evidence_file(name)
    raise UsageError(
        f"Den Eintrag „{name}“ gibt es in dieser Mappe nicht.",
        hint="Zum Beispiel: mentoring-fuer-frauen oder evidence/mentoring-fuer-frauen.yaml",
    )


def _path(file: str, words: str) -> Path:
    """Return the way to a field, given by its keys or by its German names."""
    role = role_of(file)
    assert role is not None
    path: tuple[str | int, ...] = ()
    for word in words.split("."):
        if word.isascii() and word.isdecimal() and "items" in schema.schema_at(role.kind, path):
            path = (*path, int(word) - 1)
            continue
        below = schema.schema_at(role.kind, path)
        known: Mapping[str, Any] = below.get("properties", {})
        titles = {str(s.get("title", "")).casefold(): key for key, s in known.items()}
        key = word if word in known else titles.get(word.casefold(), "")
        if not key and not isinstance(below.get("additionalProperties"), dict):
            names = ", ".join(f"{key} ({s.get('title', key)})" for key, s in known.items())
            raise UsageError(f"Das Feld „{word}“ gibt es hier nicht.", hint=f"Möglich sind: {names}")
        path = (*path, key or word)
    return path


def restore(session: Session, item: Item, texts: Mapping[str, str], label: str) -> bool:
    """Give an item what it said in a state; return whether anything changed. Undo takes it back.

    Raises `EditError` where the state does not have the file, or it cannot be changed.
    """
    before = texts.get(item.file)
    if before is None:
        raise EditError(
            "Diesen Eintrag gab es damals noch nicht, oder nicht mehr.",
            file=item.file,
            hint=f"Wann er sich geändert hat, zeigt: tea history {item.file}",
        )
    if not item.path:
        return session.put_back(item.file, before, label)
    value = _value_at(yaml_reader.read(before).value, item.path)
    return session.edit(item.file, [Change(item.path, value)], label)


def _value_at(value: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return REMOVE
    return value
