"""What was deleted from a dossier and can still be brought back, in German."""

import contextlib
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import ChangedOnDisk, EditError, FileError, UsageError
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.services.compare import FieldChange, compare, names_in
from tea_assistant.services.file_titles import title_of
from tea_assistant.services.session import Session
from tea_assistant.store import files, schema, snapshot_files, trash_files
from tea_assistant.store.parsed_file import parse
from tea_assistant.store.trash_age import KEPT_FOR
from tea_assistant.store.trash_files import Trashed
from tea_assistant.store.yaml import reader as yaml_reader

_LABEL = "Aus dem Papierkorb zurückgeholt"
_EMPTY = f"format: {schema.FORMAT}\n"
_SHOWN_BYTES = 2_000_000


class TrashEntry(Struct, frozen=True):
    """Something in the trash, as people know it."""

    key: str
    """Names it among all that lies there."""
    file: str
    title: str
    moment: datetime
    is_back: bool
    """Whether the dossier has something of that name again, in another version."""

    @property
    def until(self) -> date:
        """The last day on which it is sure to be there."""
        return (self.moment + KEPT_FOR).date()


class BroughtBack(Struct, frozen=True):
    """What came back from the trash, and what has to be known about it."""

    file: str
    title: str
    replaced: bool = False
    """Whether another version stood there, which lies in the trash now."""
    missing: tuple[str, ...] = ()
    """Attachments to which a measure points and which are not there."""
    links: int = 0
    """Activities that point to a measure: they find it again."""


def trash_entries(session: Session) -> tuple[TrashEntry, ...]:
    """Return what can be brought back, latest first; what stands in the dossier just so is left out."""
    names = names_in(session.dossier)
    found = []
    for one in trash_files.trashed(session.root):
        raw = b"" if one.is_state else _raw(one)
        if raw is None or _stands(session, one, raw):
            continue
        title = _title(one, raw, names.get(role.id, "") if (role := role_of(one.file)) else "")
        is_back = session.text(one.file) is not None or (session.root / one.file).exists()
        found.append(TrashEntry(_key(session, one), one.file, title, one.moment, is_back))
    return tuple(found)


def find(session: Session, wanted: str) -> TrashEntry:
    """Return the latest entry that is meant by its title, its file or its id; raises `UsageError`."""
    entries = trash_entries(session)
    said = wanted.strip().casefold()
    for entry in entries:
        role = role_of(entry.file)
        known = {entry.key, entry.file, entry.title, role.id if role else entry.file.rpartition("/")[2]}
        if said in {name.casefold() for name in known}:
            return entry
    hint = f"Zum Beispiel: {entries[0].file}" if entries else "Der Papierkorb dieser Mappe ist leer."
    raise UsageError(f"„{wanted}“ liegt nicht im Papierkorb.", hint=hint)


def contents(session: Session, entry: TrashEntry) -> tuple[FieldChange, ...]:
    """Return what an entry says, value by value; nothing for a state or an attachment."""
    one = _trashed(session, entry)
    if one.is_state or not role_of(entry.file):
        return ()
    text = yaml_reader.decode(_raw(one) or b"")[0]
    changes = compare({entry.file: _EMPTY}, {entry.file: text}, names_in(session.dossier))
    return tuple(field for change in changes for field in change.fields)


def bring_back(session: Session, entry: TrashEntry) -> BroughtBack:
    """Put an entry where it stood; a text can be undone like any edit and is written at the next save.

    What stands there meanwhile goes into the trash; the entry itself stays there until its time is over.
    Raises `TeaError`.
    """
    session.require_writable()
    one = _trashed(session, entry)
    try:
        if one.is_state:
            return _state_back(session, one, entry)
        raw = _raw(one)
        if raw is None:
            raise EditError("Diese Datei lässt sich nicht mehr lesen.", file=entry.file)
        if role_of(entry.file):
            return _text_back(session, entry, raw)
        return _attachment_back(session, entry, raw)
    except (OSError, ChangedOnDisk) as error:
        reason = files.explain(error) if isinstance(error, OSError) else error.message
        raise FileError(f"Das lässt sich nicht zurückholen: {reason}", file=entry.file) from error


def _text_back(session: Session, entry: TrashEntry, raw: bytes) -> BroughtBack:
    text, problems = yaml_reader.decode(raw)
    if problems:
        raise EditError("Diese Datei lässt sich nicht mehr lesen.", file=entry.file)
    present = session.text(entry.file)
    if present is not None:
        files.write_atomic(files.place_in_trash(session.root, entry.file), present.encode())
    session.put_back(entry.file, text, _LABEL)
    parsed = parse(entry.file, raw)
    evidence = parsed.thing if parsed else None
    missing: tuple[str, ...] = ()
    links = 0
    if isinstance(evidence, Evidence):
        places = {
            proof.file: files.inside(session.root, proof.file) for proof in evidence.proofs if proof.file
        }
        missing = tuple(file for file, path in places.items() if path is None or not path.exists())
        links = len(session.application.links.get(evidence.id, ()))
    return BroughtBack(entry.file, entry.title, present is not None, missing, links)


def _attachment_back(session: Session, entry: TrashEntry, raw: bytes) -> BroughtBack:
    path = files.inside(session.root, entry.file)
    if path is None:
        raise FileError("Die Datei läge außerhalb der Mappe und wird nicht geschrieben.", file=entry.file)
    present = path.read_bytes() if path.exists() else None
    # A copy first: at no time does nothing stand there.
    if present is not None:
        files.write_atomic(files.place_in_trash(session.root, entry.file), present)
    files.write_checked(path, raw, present)
    return BroughtBack(entry.file, entry.title, present is not None)


def _state_back(session: Session, one: Trashed, entry: TrashEntry) -> BroughtBack:
    home = session.root / snapshot_files.FOLDER
    if (session.root / one.file).exists():
        raise EditError("Einen Stand mit diesem Namen gibt es wieder; er wird nicht ersetzt.", file=one.file)
    listed = (one.path / "snapshot.yaml").read_text(encoding="utf-8")
    # The attachments first: a state that is there is whole.
    pools = f"*/{snapshot_files.FOLDER}/{snapshot_files.ATTACHMENTS}/*"
    for attachment in sorted((session.root / files.TRASH).glob(pools)):
        target = home / snapshot_files.ATTACHMENTS / attachment.name
        if attachment.name in listed and not target.exists():
            files.write_atomic(target, attachment.read_bytes())
    files.move(one.path, session.root / one.file, below=session.root)
    return BroughtBack(one.file, entry.title)


def _trashed(session: Session, entry: TrashEntry) -> Trashed:
    for one in trash_files.trashed(session.root):
        if _key(session, one) == entry.key:
            return one
    raise EditError("Das liegt nicht mehr im Papierkorb.", file=entry.file)


def _key(session: Session, one: Trashed) -> str:
    return one.path.relative_to(session.root / files.TRASH).as_posix()


def _raw(one: Trashed) -> bytes | None:
    limit = _SHOWN_BYTES if role_of(one.file) else -1
    try:
        return files.read_bytes(one.path, limit)
    except OSError:
        return None


def _stands(session: Session, one: Trashed, raw: bytes) -> bool:
    if role_of(one.file):
        return session.text(one.file) == yaml_reader.decode(raw)[0]
    path = session.root / one.file
    with contextlib.suppress(OSError):
        return not one.is_state and path.is_file() and path.read_bytes() == raw
    return False


def _title(one: Trashed, raw: bytes, name: str) -> str:
    if one.is_state:
        return f"Stand „{_state_name(one.path)}“"
    role = role_of(one.file)
    if role is None:
        return f"Datei {Path(one.file).name}"
    if role.kind is Kind.EVIDENCE:
        parsed = parse(one.file, raw)
        name = parsed.thing.title if parsed and isinstance(parsed.thing, Evidence) else ""
    return title_of(role, name)


def _state_name(folder: Path) -> str:
    with contextlib.suppress(OSError):
        value = yaml_reader.read(
            yaml_reader.decode(files.read_bytes(folder / "snapshot.yaml", 1_000_000))[0]
        ).value
        if isinstance(value, dict) and value.get("name"):
            return str(value["name"])
    return folder.name
