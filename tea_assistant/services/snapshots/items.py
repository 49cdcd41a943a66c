"""Puts a single item of a kept state back: a measure, an action field, an attachment."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.errors import ChangedOnDisk, FileError, UsageError
from tea_assistant.model.cycle import Cycle
from tea_assistant.model.evidence import Evidence, Proof
from tea_assistant.model.layout import role_of
from tea_assistant.model.snapshot import KeptFile, Snapshot
from tea_assistant.services.session import Session
from tea_assistant.store import dossier_files, files, snapshot_files
from tea_assistant.store.parsed_file import parse
from tea_assistant.store.yaml import reader as yaml_reader


class RestoredItem(Struct, frozen=True):
    """What the restoration of one item did."""

    file: str
    changed: bool
    """False where the item says that already."""
    attachments: tuple[str, ...] = ()
    """Missing attachments that came back with it."""
    others: tuple[str, ...] = ()
    """Attachments that have another content now, and stay as they are."""


def file_of(snapshot: Snapshot, item: str) -> str:
    """Return which file of a state is meant by its name or its id; raises `UsageError`."""
    wanted = item.strip().replace("\\", "/")
    known = [kept.file for kept in (*snapshot.files, *snapshot.attachments)]
    if wanted in known:
        return wanted
    found = [file for file in known if (role := role_of(file)) and role.id == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"„{wanted}“ meint mehrere Einträge.", hint="Bitte einen davon nennen:\n" + "\n".join(found)
        )
    raise UsageError(
        f"Den Eintrag „{wanted}“ gibt es im Stand „{snapshot.name}“ nicht.",
        hint="Zum Beispiel: mentoring-fuer-frauen oder evidence/mentoring-fuer-frauen.yaml",
    )


def restore_item(session: Session, snapshot: Snapshot, file: str) -> RestoredItem:
    """Give one file the content that it had in a state; a text can be undone like any other edit.

    Attachments that a restored measure points to come back where they are missing. Raises `TeaError`.
    """
    root = session.root
    for kept in snapshot.attachments:
        if kept.file == file:
            return RestoredItem(file, _attachment_back(session, snapshot, kept))
    kept = next(kept for kept in snapshot.files if kept.file == file)
    raw = snapshot_files.content(root, snapshot, kept)
    text, _ = yaml_reader.decode(raw)
    changed = session.put_back(file, text, f"Aus „{snapshot.name}“ zurückgeholt")
    missing, others = [], []
    for proof in _attachments(snapshot, file, raw):
        path = files.inside(root, proof.file)
        if path and not path.exists():
            _attachment_back(session, snapshot, proof)
            missing.append(proof.file)
        elif path and dossier_files.hash_of(path) != proof.sha256:
            others.append(proof.file)
    return RestoredItem(file, changed, tuple(missing), tuple(others))


def _attachment_back(session: Session, snapshot: Snapshot, kept: KeptFile) -> bool:
    """Write an attachment; one of another content that stands there goes to the trash."""
    path = files.inside(session.root, kept.file)
    if path is None:
        raise FileError("Die Datei läge außerhalb der Mappe und wird nicht geschrieben.", file=kept.file)
    found = snapshot_files.content(session.root, snapshot, kept)
    try:
        present = path.read_bytes() if path.exists() else None
        if present == found:
            return False
        # A copy first: at no time does nothing stand there.
        if present is not None:
            files.write_atomic(files.place_in_trash(session.root, kept.file), present)
        files.write_checked(path, found, present)
    except (OSError, ChangedOnDisk) as error:
        reason = files.explain(error) if isinstance(error, OSError) else error.message
        raise FileError(f"Die Anlage lässt sich nicht zurückholen: {reason}", file=kept.file) from error
    return True


def _attachments(snapshot: Snapshot, file: str, raw: bytes) -> Iterator[KeptFile]:
    """Yield the attachments of a state to which one of its texts points."""
    parsed = parse(file, raw)
    proofs: tuple[Proof, ...] = ()
    if parsed and isinstance(parsed.thing, Evidence):
        proofs = parsed.thing.proofs
    elif parsed and isinstance(parsed.thing, Cycle):
        proofs = parsed.thing.documents
    wanted = {proof.file.replace("\\", "/") for proof in proofs}
    yield from (kept for kept in snapshot.attachments if kept.file in wanted)
